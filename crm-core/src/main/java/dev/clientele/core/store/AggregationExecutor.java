package dev.clientele.core.store;

import dev.clientele.persistence.Schema;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Computes figures over the records that meet a criteria which the adapter may be able to evaluate only in part. */
final class AggregationExecutor {

    private AggregationExecutor() {}

    static <R extends FieldReader> List<Group> execute(
            Schema schema,
            PushDown pushDown,
            Function<Criteria, Aggregation> aggregation,
            Function<Aggregation, List<Group>> pushed,
            Supplier<Stream<R>> scan) {
        if (pushDown.isComplete()) {
            return pushed.apply(aggregation.apply(pushDown.pushed()));
        }
        try (Stream<R> rows = scan.get()) {
            return aggregate(schema, aggregation.apply(Criteria.always()), rows.filter(pushDown::test));
        }
    }

    /** Computes figures over rows that were read. */
    static List<Group> aggregate(Schema schema, Aggregation aggregation, Stream<? extends FieldReader> rows) {
        Aggregator tally = new Aggregator(schema.check(aggregation));
        rows.forEach(row -> add(tally, row));
        return tally.groups();
    }

    private static void add(Aggregator tally, FieldReader row) {
        try {
            tally.add(row);
        } catch (IllegalStateException e) {
            throw new UnsupportedException("more than " + Aggregation.MAX_GROUPS + " groups", e);
        }
    }
}
