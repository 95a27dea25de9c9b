package dev.clientele.persistence.tck;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that stores many documents and entries and then scans them, in little memory. It ends with 0 if every scan gave
 * every row.
 *
 * <p>Arguments: the opener's class, the place, how many documents and as many entries.
 */
final class StreamProgram {

    private static final TenantId TENANT = TenantId.of("stream");
    private static final int BATCH = 1000;
    private static final String BODY = "x".repeat(1000);

    private StreamProgram() {}

    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[2]);
        try (Storage storage = ProcessSuite.open(arguments[0], arguments[1])) {
            storage.migration(SampleSchema.SCHEMA).apply();
            for (int first = 0; first < rows; first += BATCH) {
                load(storage, first, Math.min(first + BATCH, rows));
            }
            try (StorageSession session = storage.read(TENANT)) {
                require("by id", rows, session.scan(Query.all(SampleSchema.DEAL)));
                require(
                        "sorted",
                        rows,
                        session.scan(Query.where(SampleSchema.DEAL, Criteria.not(Criteria.missing("quantity")))
                                .sortedBy(Sort.descending("title"), Sort.ascending("quantity"))));
                require("log", rows, session.scan(LogQuery.all(SampleSchema.AUDIT)));
                require("about one", rows, session.scan(LogQuery.newestFirst(SampleSchema.AUDIT, Samples.id(1))));
            }
        }
    }

    private static void load(Storage storage, int first, int end) {
        List<Document> deals = new ArrayList<>();
        List<LogEntry> entries = new ArrayList<>();
        for (int i = first; i < end; i++) {
            Map<String, Object> fields = Map.of("title", "t" + i % 100, "quantity", (long) i);
            deals.add(Samples.rewritten(Samples.deal(i, fields), body(i)));
            entries.add(LogEntry.of(
                    "key-" + i, Set.of(Samples.id(1)), Samples.NOON.plusSeconds(i / 10), Map.of(), body(i)));
        }
        try (StorageSession session = storage.write(TENANT)) {
            session.write(Books.inserts(deals));
            session.append(SampleSchema.AUDIT, entries);
            session.commit();
        }
    }

    /** A text of its own for each row, so that nothing keeps them all at the price of one. */
    private static String body(int row) {
        return row + BODY.substring(Integer.toString(row).length());
    }

    private static void require(String scan, int rows, Stream<?> stream) {
        try (stream) {
            long count = stream.count();
            if (count != rows) {
                throw new IllegalStateException("scan " + scan + " gave " + count + " rows of " + rows);
            }
        }
    }
}
