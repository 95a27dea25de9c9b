package dev.clientele.persistence.tck;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program that writes transactions until it is killed, and says of each that it is committed. Transaction {@code n} sets a
 * counter to {@code n}, computes its rank, inserts {@code width} notes and appends as many log entries, redacts the first
 * entry of the transaction before it, appends to another log and prunes the oldest of that: all of it or none.
 *
 * <p>Arguments: the opener's class, the place, the width.
 */
final class CrashWriter {

    static final String OPENING = "opening";
    static final String READY = "ready";
    static final String COMMITTED = "committed ";

    private CrashWriter() {}

    public static void main(String[] arguments) {
        exitWithParent();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int width = Integer.parseInt(arguments[2]);
        out.println(OPENING);
        try (Storage storage = ProcessSuite.open(arguments[0], arguments[1])) {
            storage.migration(SampleSchema.SCHEMA).apply();
            out.println(READY);
            for (long number = CrashExpectation.counter(storage) + 1; ; number++) {
                write(storage, number, width);
                out.println(COMMITTED + number);
            }
        }
    }

    private static void write(Storage storage, long number, int width) {
        List<Write> batch = new ArrayList<>();
        List<LogEntry> entries = new ArrayList<>();
        Document counter = SampleRecords.deal(0, Map.of("quantity", number));
        batch.add(number == 1 ? new Write.Insert(counter) : new Write.Replace(counter.atVersion(number - 1)));
        for (int i = 0; i < width; i++) {
            batch.add(new Write.Insert(SampleRecords.note(CrashExpectation.note(number, width, i))));
            entries.add(SampleRecords.audit(CrashExpectation.key(number, i)));
        }
        try (StorageSession session = storage.write(CrashExpectation.TENANT)) {
            session.write(batch);
            session.compute(
                    SampleSchema.DEAL, Set.of("rank"), List.of(SampleRecords.computed(0, Map.of("rank", number))));
            session.append(SampleSchema.AUDIT, entries);
            if (number > 1) {
                session.redact(SampleSchema.AUDIT, List.of(CrashExpectation.redaction(number - 1)));
            }
            if (number > CrashExpectation.KEPT) {
                session.prune(new Pruning(SampleSchema.TOUCH, Criteria.always(), null, 1));
            }
            session.append(SampleSchema.TOUCH, List.of(CrashExpectation.touch(number)));
            session.commit();
        }
    }

    /** Ends this process when the one that started it has gone, so that nothing goes on writing for ever. */
    private static void exitWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nobody says anything
                }
            } catch (IOException e) {
                // as good as the end
            }
            Runtime.getRuntime().halt(0);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
