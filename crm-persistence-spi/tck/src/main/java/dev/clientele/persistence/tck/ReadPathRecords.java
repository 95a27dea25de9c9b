package dev.clientele.persistence.tck;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Records for {@link ReadPaths}, and a transaction that changes something for each of them. */
final class ReadPathRecords {

    private static final Set<String> COMPUTED = Set.of("heat", "segment", "signals", "rank");

    private ReadPathRecords() {}

    static void store(TenantStorage books) {
        books.transact(session -> {
            session.write(TenantStorage.inserts(List.of(
                    deal(1, "a", "10.00", Set.of("x", "y")),
                    deal(2, "b", "20.00", Set.of("y")),
                    deal(3, "b", "40.00", Set.of("x", "z")),
                    deal(4, "c", "80.00", Set.of()),
                    SampleRecords.member(1, "ana"),
                    SampleRecords.member(2, "bob"),
                    SampleRecords.member(3, "cyd"))));
            session.compute(
                    SampleSchema.DEAL,
                    COMPUTED,
                    List.of(computed(1, "hot", "1.00", "s"), computed(2, "hot", "2.00", "t")));
            session.append(
                    SampleSchema.TOUCH,
                    List.of(
                            touch("t1", 0, "mail", 1, 1, 2),
                            touch("t2", 1, "mail", 2, 1),
                            touch("t3", 1, "call", 4, 2, 3),
                            touch("t4", 2, "call", 8, 1, 3)));
        });
    }

    /** Replaces, deletes, inserts, computes, appends, prunes and redacts. */
    static void change(StorageSession session) {
        session.write(List.of(
                new Write.Replace(deal(1, "b", "11.00", Set.of("y", "z")).atVersion(1)),
                new Write.Delete(SampleSchema.DEAL, SampleRecords.id(2), 1),
                new Write.Insert(deal(5, "e", "160.00", Set.of("x"))),
                new Write.Insert(deal(6, "e", "320.00", Set.of("z"))),
                new Write.Insert(SampleRecords.member(6, "fay")),
                new Write.Replace(SampleRecords.member(1, "eve").atVersion(1)),
                new Write.Delete(SampleSchema.MEMBER, SampleRecords.id(2), 1),
                new Write.Insert(SampleRecords.member(5, "bob"))));
        session.compute(
                SampleSchema.DEAL,
                COMPUTED,
                List.of(computed(1, "cold", "5.00", "t"), computed(3, "hot", "7.00", "s")));
        session.append(
                SampleSchema.TOUCH,
                List.of(
                        touch("t5", 1, "mail", 16, 1, 2),
                        touch("t6", 3, "visit", 32, 3),
                        touch("t2", 0, "call", 64, 3)));
        session.redact(SampleSchema.TOUCH, List.of(new Redaction("t2", Map.of("kind", "visit"), "")));
        session.prune(new Pruning(SampleSchema.TOUCH, Criteria.always(), null, 1));
    }

    private static Document deal(long number, String title, String amount, Set<String> tags) {
        return SampleRecords.deal(
                number,
                Map.of("title", title, "amount", new BigDecimal(amount), "tags", tags, "open", number % 2 == 1));
    }

    private static ComputedValues computed(long number, String segment, String heat, String signal) {
        return new ComputedValues(
                SampleRecords.id(number),
                Map.of(
                        "segment",
                        segment,
                        "heat",
                        new BigDecimal(heat),
                        "signals",
                        Set.of(signal, "u"),
                        "rank",
                        number));
    }

    private static LogEntry touch(String key, int second, String kind, long count, long... subjects) {
        return LogEntry.of(
                key,
                LongStream.of(subjects).mapToObj(SampleRecords::id).collect(Collectors.toSet()),
                SampleRecords.NOON.plusSeconds(second),
                Map.of("kind", kind, "count", count, "labels", Set.of("l", kind)),
                "touch " + key);
    }
}
