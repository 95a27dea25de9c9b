package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file of judgements: two ids and whether they are the same, or as {@code --ask-to} writes it, with {@code file_1, id_1,
 * file_2, id_2, same}. Rows without an answer are left out.
 */
final class LabelFile {

    static final List<String> HEADER = List.of("file_1", "id_1", "file_2", "id_2", "same");
    private static final Set<String> YES = Set.of("true", "1", "yes", "y");
    private static final Set<String> NO = Set.of("false", "0", "no", "n");

    private LabelFile() {}

    /**
     * Reads one.
     *
     * @param option that named it
     * @throws UnusableDataException if an answer is none, or a record isn't there
     */
    static List<PairLabel> read(String option, PairRows rows, RecordIndex index) {
        List<Integer> places = HEADER.stream().map(rows::place).toList();
        boolean withFiles = !places.contains(-1);
        int answer = withFiles ? places.get(4) : Math.max(2, rows.place("same"));
        PairRows.PairRow head = rows.rows().get(0);
        boolean headed = withFiles
                || (!isAnswer(head.cell(answer))
                        && index.find(head.cell(0), head.cell(1)).isEmpty());
        List<PairLabel> labels = new ArrayList<>();
        for (PairRows.PairRow row : headed ? rows.withoutHeader() : rows.rows()) {
            String cell = row.cell(answer).toLowerCase(Locale.ROOT);
            if (!cell.isEmpty()) {
                if (!isAnswer(cell)) {
                    throw new UnusableDataException(rows.path() + " row " + row.number()
                            + " must say true or false in its column " + (answer + 1) + ", as " + option + " expects");
                }
                Optional<RecordIndex.RefPair> pair = withFiles
                        ? RecordIndex.pair(
                                index.inFile(row.cell(places.get(0)), row.cell(places.get(1))),
                                index.inFile(row.cell(places.get(2)), row.cell(places.get(3))))
                        : index.find(row.cell(0), row.cell(1));
                RecordIndex.RefPair both = pair.filter(each -> !each.first().equals(each.second()))
                        .orElseThrow(() -> new UnusableDataException(rows.path() + " row " + row.number()
                                + " must name two records by their --id, but one is in no file or in several"));
                labels.add(new PairLabel(both.first(), both.second(), YES.contains(cell)));
            }
        }
        return labels;
    }

    private static boolean isAnswer(String cell) {
        String answer = cell.toLowerCase(Locale.ROOT);
        return YES.contains(answer) || NO.contains(answer);
    }
}
