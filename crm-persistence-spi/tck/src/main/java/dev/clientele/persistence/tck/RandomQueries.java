package dev.clientele.persistence.tck;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random criteria, queries and aggregations over the sample schema. */
final class RandomQueries {

    private RandomQueries() {}

    static Arbitrary<Query> queries(String type, List<DeclaredField> fields) {
        List<String> sortable = names(fields, field -> field.type().ordered());
        Arbitrary<Sort> sort = Combinators.combine(Arbitraries.of(sortable), Arbitraries.of(SortDirection.class))
                .as(Sort::new);
        return Combinators.combine(criteria(fields, 3), sort.list().ofMaxSize(3))
                .as((where, order) -> new Query(type, where, order));
    }

    static Arbitrary<LogQuery> logQueries(String log, List<DeclaredField> fields) {
        return Combinators.combine(
                        criteria(fields, 3),
                        Arbitraries.longs().between(1, 3).map(SampleRecords::id).injectNull(0.5),
                        Arbitraries.of(SortDirection.class))
                .as((where, subject, direction) -> new LogQuery(log, subject, where, direction));
    }

    static Arbitrary<Aggregation> aggregations(String source, List<DeclaredField> fields) {
        List<String> groupable =
                names(fields, field -> field.type() != FieldType.TEXT_SET && field.type() != FieldType.REAL);
        List<Measure> measures = new ArrayList<>(List.of(Measure.count()));
        for (DeclaredField field : fields) {
            if (field.type().summable()) {
                measures.add(Measure.sum(field.name()));
            }
            if (field.type().ordered() && field.type() != FieldType.BOOLEAN) {
                measures.add(Measure.min(field.name()));
                measures.add(Measure.max(field.name()));
            }
        }
        List<String> decimals = names(fields, field -> field.type() == FieldType.DECIMAL);
        for (String factor : decimals) {
            measures.add(Measure.sumOfProducts(decimals.get(0), factor));
        }
        List<DeclaredField> times = fields.stream()
                .filter(field -> field.type() == FieldType.DATE || field.type() == FieldType.INSTANT)
                .toList();
        Arbitrary<Aggregation> plain = plain(source, fields, groupable, measures);
        return times.isEmpty()
                ? plain
                : plain.flatMap(aggregation -> Arbitraries.of(times).flatMap(field -> ranges(aggregation, field)));
    }

    /** Returns the aggregation by ranges of a field, if it is grouped by. */
    private static Arbitrary<Aggregation> ranges(Aggregation aggregation, DeclaredField field) {
        if (!aggregation.groupBy().contains(field.name())) {
            return Arbitraries.just(aggregation);
        }
        return RandomValues.of(field)
                .list()
                .ofMaxSize(6)
                .map(starts -> starts.isEmpty()
                        ? aggregation
                        : aggregation.withRanges(Map.of(
                                field.name(),
                                starts.stream()
                                        .distinct()
                                        .sorted(ValueOrder::compare)
                                        .toList())));
    }

    private static Arbitrary<Aggregation> plain(
            String source, List<DeclaredField> fields, List<String> groupable, List<Measure> measures) {
        return Combinators.combine(
                        criteria(fields, 2),
                        Arbitraries.of(groupable).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of(measures).list().ofMinSize(1).ofMaxSize(4))
                .as((where, groups, figures) -> new Aggregation(source, where, groups, figures));
    }

    static Arbitrary<Criteria> criteria(List<DeclaredField> fields, int depth) {
        Arbitrary<Criteria> atoms = Arbitraries.of(fields).flatMap(RandomQueries::atom);
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<Criteria> deeper = criteria(fields, depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(4, atoms),
                Tuple.of(2, deeper.map(Not::new)),
                Tuple.of(2, deeper.list().ofMaxSize(3).map(AllOf::new)),
                Tuple.of(2, deeper.list().ofMaxSize(3).map(AnyOf::new)));
    }

    private static Arbitrary<Criteria> atom(DeclaredField field) {
        String name = field.name();
        Arbitrary<Object> values = RandomValues.of(field);
        Arbitrary<Criteria> missing = Arbitraries.just(Criteria.missing(name));
        if (field.type() == FieldType.TEXT_SET) {
            return Arbitraries.frequencyOf(
                    Tuple.of(1, missing),
                    Tuple.of(3, values.map(value -> Criteria.has(name, (String) value))),
                    Tuple.of(
                            3,
                            values.map(String.class::cast)
                                    .list()
                                    .ofMaxSize(4)
                                    .map(some -> Criteria.hasAny(name, some))));
        }
        Arbitrary<Criteria> comparison = Combinators.combine(Arbitraries.of(Operator.class), values)
                .as((operator, value) -> Criteria.compare(name, operator, value));
        Arbitrary<Criteria> in = values.list().ofMaxSize(4).map(some -> Criteria.in(name, some));
        if (field.type() != FieldType.TEXT) {
            return Arbitraries.frequencyOf(Tuple.of(1, missing), Tuple.of(4, comparison), Tuple.of(2, in));
        }
        return Arbitraries.frequencyOf(
                Tuple.of(1, missing),
                Tuple.of(4, comparison),
                Tuple.of(2, in),
                Tuple.of(2, values.map(value -> Criteria.prefix(name, (String) value))),
                Tuple.of(2, values.map(value -> Criteria.containing(name, (String) value))));
    }

    private static List<String> names(List<DeclaredField> fields, Predicate<DeclaredField> fit) {
        return fields.stream().filter(fit).map(DeclaredField::name).toList();
    }
}
