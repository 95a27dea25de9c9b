package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of the truth: two ids of one person in each row, or an id and the person; with four or three columns the names of
 * the files stand before the ids. Records that it doesn't name are of people who are recorded once.
 */
final class TruthFile {

    private static final Set<String> ENTITY =
            Set.of("entity", "entity_id", "cluster", "cluster_id", "person", "person_id", "group", "truth", "label");

    private final PairRows rows;
    private final RecordIndex index;
    private final Map<RecordRef, RecordRef> parents = new HashMap<>();
    private long unknown;
    private long firstUnknown;

    private TruthFile(PairRows rows, RecordIndex index) {
        this.rows = rows;
        this.index = index;
    }

    /**
     * Reads one.
     *
     * @param records all records
     * @throws UnusableDataException if it names a record that isn't there
     */
    static KnownEntities read(PairRows rows, RecordIndex index, Stream<RecordRef> records) {
        return new TruthFile(rows, index).read(records);
    }

    private KnownEntities read(Stream<RecordRef> records) {
        int width = (int) rows.header().stream().filter(cell -> !cell.isEmpty()).count();
        if (width < 2 || width > 4) {
            throw new UnusableDataException(
                    rows.path() + " must have two columns of ids, or an id and the person, each id with"
                            + " its file before it if need be; its first row has " + width + " cells");
        }
        boolean entities = width == 3 || (width == 2 && namesEntities());
        boolean headed = entities
                ? record(rows.rows().get(0), width).isEmpty()
                : pair(rows.rows().get(0), width).isEmpty();
        Map<String, RecordRef> firstOf = new HashMap<>();
        for (PairRows.PairRow row : headed ? rows.withoutHeader() : rows.rows()) {
            if (entities) {
                Optional<RecordRef> ref = record(row, width);
                note(ref.isPresent(), row);
                ref.ifPresent(one -> join(one, firstOf.computeIfAbsent(row.cell(width - 1), any -> one)));
            } else {
                Optional<RecordIndex.RefPair> pair = pair(row, width);
                note(pair.isPresent(), row);
                pair.ifPresent(both -> join(both.first(), both.second()));
            }
        }
        if (unknown > 0) {
            throw new UnusableDataException(rows.path() + " must name records by their --id" + hint(width) + ", but "
                    + unknown + (unknown == 1 ? " row names" : " rows name")
                    + " one that no file has or several have, first row " + firstUnknown);
        }
        Map<RecordRef, String> known = new HashMap<>();
        records.forEach(ref -> {
            RecordRef root = root(ref);
            known.put(ref, root.source() + '\n' + root.id());
        });
        return new KnownEntities(known);
    }

    private static String hint(int width) {
        return width == 4 ? " (file, id, file, id)" : width == 3 ? " (file, id, person)" : "";
    }

    /** The second column is of persons if its head says so, or if hardly any of its cells is an id of a record. */
    private boolean namesEntities() {
        if (ENTITY.contains(rows.header().get(1))) {
            return true;
        }
        List<PairRows.PairRow> below = rows.withoutHeader();
        long ids =
                below.stream().filter(row -> !index.all(row.cell(1)).isEmpty()).count();
        return !below.isEmpty() && ids * 10 < below.size();
    }

    private Optional<RecordRef> record(PairRows.PairRow row, int width) {
        return width == 3 ? index.inFile(row.cell(0), row.cell(1)) : index.find(row.cell(0));
    }

    private Optional<RecordIndex.RefPair> pair(PairRows.PairRow row, int width) {
        return width == 4
                ? RecordIndex.pair(index.inFile(row.cell(0), row.cell(1)), index.inFile(row.cell(2), row.cell(3)))
                : index.find(row.cell(0), row.cell(1));
    }

    private void note(boolean known, PairRows.PairRow row) {
        if (!known && unknown++ == 0) {
            firstUnknown = row.number();
        }
    }

    private void join(RecordRef one, RecordRef other) {
        RecordRef first = root(one);
        RecordRef second = root(other);
        if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    private RecordRef root(RecordRef ref) {
        RecordRef at = ref;
        for (RecordRef up = parents.get(at); up != null; up = parents.get(at)) {
            RecordRef higher = parents.get(up);
            if (higher != null) {
                parents.put(at, higher);
            }
            at = up;
        }
        return at;
    }
}
