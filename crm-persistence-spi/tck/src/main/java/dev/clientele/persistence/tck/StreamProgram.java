package dev.clientele.persistence.tck;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            PhaseTimer watch = new PhaseTimer(rows);
            for (int first = 0; first < rows; first += BATCH) {
                load(storage, first, Math.min(first + BATCH, rows));
            }
            watch.report("stored, and as many entries");
            try (StorageSession session = storage.read(TENANT)) {
                Query byId = Query.all(SampleSchema.DEAL);
                require(rows, byId.order(), "id", session.scan(byId));
                watch.report("scanned by id");
                Query sorted = Query.where(SampleSchema.DEAL, Criteria.not(Criteria.missing("quantity")))
                        .sortedBy(Sort.descending("title"), Sort.ascending("quantity"));
                require(rows, sorted.order(), "id", session.scan(sorted));
                watch.report("scanned in the order of two fields");
                LogQuery log = LogQuery.all(SampleSchema.AUDIT);
                require(rows, log.order(), LogType.KEY, session.scan(log));
                watch.report("entries scanned by time");
                LogQuery subject = LogQuery.newestFirst(SampleSchema.AUDIT, SampleRecords.id(1));
                require(rows, subject.order(), LogType.KEY, session.scan(subject));
                watch.report("entries of one subject scanned, the newest first");
            }
        }
    }

    private static void load(Storage storage, int first, int end) {
        List<Document> deals = new ArrayList<>();
        List<LogEntry> entries = new ArrayList<>();
        for (int i = first; i < end; i++) {
            Map<String, Object> fields = Map.of("title", "t" + i % 100, "quantity", (long) i);
            deals.add(SampleRecords.withBody(SampleRecords.deal(i, fields), body(i)));
            entries.add(LogEntry.of(
                    "key-" + i,
                    Set.of(SampleRecords.id(1)),
                    SampleRecords.NOON.plusSeconds(i / 10),
                    Map.of(),
                    body(i)));
        }
        try (StorageSession session = storage.write(TENANT)) {
            session.write(TenantStorage.inserts(deals));
            session.append(SampleSchema.AUDIT, entries);
            session.commit();
        }
    }

    /** Returns a text of its own for each row, so that nothing keeps them all at the price of one. */
    private static String body(int row) {
        return row + BODY.substring(Integer.toString(row).length());
    }

    private static void require(int rows, List<Sort> order, String last, Stream<? extends FieldReader> stream) {
        Comparator<FieldReader> byKeys = Sort.comparator(order);
        Comparator<FieldReader> whole = byKeys.thenComparing(row -> String.valueOf(row.read(last)), ValueOrder.TEXT);
        try (stream) {
            long count = 0;
            @Nullable FieldReader before = null;
            for (Iterator<? extends FieldReader> each = stream.iterator(); each.hasNext(); count++) {
                FieldReader row = each.next();
                if (before != null && whole.compare(before, row) >= 0) {
                    throw new IllegalStateException("row " + count + " of a scan is not behind the one before it");
                }
                before = row;
            }
            if (count != rows) {
                throw new IllegalStateException("a scan gave " + count + " rows of " + rows);
            }
        }
    }

    /** The timer of the program's parts. */
    private static final class PhaseTimer {
        private final int rows;
        private long began = System.nanoTime();

        PhaseTimer(int rows) {
            this.rows = rows;
        }

        void report(String what) {
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "StreamContract: %d rows %s in %.1f s, %.0f a second; heap at most %d MB%n",
                    rows,
                    what,
                    seconds,
                    rows / seconds,
                    Runtime.getRuntime().maxMemory() >> 20);
            began = System.nanoTime();
        }
    }
}
