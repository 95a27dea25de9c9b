package dev.clientele.core.csv;

import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The header of a file: the names of its columns, and the rules by which columns are found and rows fit. Immutable and
 * thread-safe.
 *
 * <p>A name is found as it stands in the file or else, if there is but one, however it is capitalised and composed. Columns of one
 * name harm nobody unless they are asked for. A row with fewer cells than the header is one whose last cells are empty; cells
 * behind the header's last are allowed if they are blank, as those of a comma at the end of each line.
 *
 * @param names the names without white space around them; empty for a column without a name
 */
public record CsvHeader(List<String> names) {

    /** Cuts white space around the names. */
    public CsvHeader {
        names = names.stream().map(String::strip).toList();
    }

    /**
     * Returns the place of a column, from 0; empty if there is none, or several that might be meant.
     */
    public OptionalInt place(String name) {
        List<Integer> places = places(name);
        return places.size() == 1 ? OptionalInt.of(places.get(0)) : OptionalInt.empty();
    }

    /** Finds the problem of each of these columns that isn't there exactly once, in the order of their names. */
    public List<Violation> findMissing(Collection<String> asked) {
        return asked.stream()
                .distinct()
                .sorted()
                .flatMap(name -> problem(name).map(reason -> new Violation(name, reason)).stream())
                .toList();
    }

    private Optional<String> problem(String name) {
        List<Integer> places = places(name);
        if (places.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(places.isEmpty() ? "the file has no such column" : "the header names this column twice");
    }

    private List<Integer> places(String name) {
        List<Integer> exact = places(name, UnaryOperator.identity());
        return exact.isEmpty() ? places(name, CsvHeader::folded) : exact;
    }

    private List<Integer> places(String name, UnaryOperator<String> form) {
        String wanted = form.apply(name.strip());
        return IntStream.range(0, names.size())
                .filter(place ->
                        !wanted.isEmpty() && form.apply(names.get(place)).equals(wanted))
                .boxed()
                .toList();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Returns why a row doesn't fit: a cell that isn't blank stands behind the last column; empty if it does. */
    public Optional<Violation> mismatch(CsvRow row) {
        List<String> cells = row.cells();
        return cells.stream().skip(names.size()).allMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(new Violation(
                                "",
                                ViolationCode.TOO_MANY,
                                "has " + cells.size() + " cells, the header has " + names.size())
                        .with("max", names.size())
                        .with("got", cells.size()));
    }
}
