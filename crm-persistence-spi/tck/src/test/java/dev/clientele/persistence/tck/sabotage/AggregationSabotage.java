package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.tck.ForwardingSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters that add up wrongly. */
final class AggregationSabotage {

    private AggregationSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                figures(
                        "sums integers in 64 bits",
                        (measure, value) -> measure.field().equals("quantity")
                                        && measure.function() == Measure.Function.SUM
                                        && value instanceof BigDecimal sum
                                ? BigDecimal.valueOf(sum.longValue())
                                : value),
                figures(
                        "sums decimals as doubles",
                        (measure, value) ->
                                measure.function() == Measure.Function.SUM && value instanceof BigDecimal sum
                                        ? new BigDecimal(sum.doubleValue())
                                        : value),
                figures(
                        "takes a sum of nothing for zero",
                        (measure, value) ->
                                measure.function() == Measure.Function.SUM && value == null ? BigDecimal.ZERO : value),
                groups(
                        "leaves out the group without a value",
                        groups -> groups.stream()
                                .filter(group -> group.keys().stream().allMatch(Objects::nonNull))
                                .toList()),
                groups("gives groups in any order", groups -> {
                    List<Group> reversed = new ArrayList<>(groups);
                    Collections.reverse(reversed);
                    return reversed;
                }),
                groups(
                        "gives no group over nothing",
                        groups -> groups.size() == 1
                                        && groups.get(0).keys().isEmpty()
                                        && Long.valueOf(0)
                                                .equals(groups.get(0).values().get(0))
                                ? List.of()
                                : groups),
                Sabotage.sessions(
                        "C9",
                        "groups by value where ranges are asked for",
                        "AggregatedFigures",
                        session -> new ForwardingSession(session) {
                            @Override
                            public List<Group> aggregate(Aggregation aggregation) {
                                inner.aggregate(aggregation);
                                return inner.aggregate(aggregation.withRanges(Map.of()));
                            }
                        }),
                Sabotage.sessions(
                        "C9",
                        "counts a log without its subject",
                        "AggregatedFigures",
                        session -> new ForwardingSession(session) {
                            @Override
                            public List<Group> aggregate(Aggregation aggregation) {
                                inner.aggregate(aggregation);
                                return inner.aggregate(new Aggregation(
                                        aggregation.source(),
                                        aggregation.where(),
                                        aggregation.groupBy(),
                                        aggregation.measures()));
                            }
                        }));
    }

    private interface Figure {
        @Nullable
        Object of(Measure measure, @Nullable Object value);
    }

    private interface Groups {
        List<Group> of(List<Group> groups);
    }

    private static Sabotage figures(String name, Figure figure) {
        return Sabotage.sessions("C9", name, "AggregatedFigures", session -> new ForwardingSession(session) {
            @Override
            public List<Group> aggregate(Aggregation aggregation) {
                return inner.aggregate(aggregation).stream()
                        .map(group -> changed(aggregation, group))
                        .toList();
            }

            private Group changed(Aggregation aggregation, Group group) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < group.values().size(); i++) {
                    values.add(figure.of(
                            aggregation.measures().get(i), group.values().get(i)));
                }
                return new Group(group.keys(), values);
            }
        });
    }

    private static Sabotage groups(String name, Groups groups) {
        return Sabotage.sessions("C9", name, "AggregatedFigures", session -> new ForwardingSession(session) {
            @Override
            public List<Group> aggregate(Aggregation aggregation) {
                return groups.of(inner.aggregate(aggregation));
            }
        });
    }
}
