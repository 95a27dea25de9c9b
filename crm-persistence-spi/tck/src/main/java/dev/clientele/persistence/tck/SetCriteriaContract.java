package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The suite of rules C5 and D8: elements of text sets asked for together, and bounds given more than once. */
public abstract class SetCriteriaContract extends TenantSuite {

    /** Creates the suite; for subclasses. */
    protected SetCriteriaContract() {}

    @Test
    void C5_has_any_of_no_elements_is_false() {
        books.insert(tagged(1, "a"), tagged(2), SampleRecords.deal(3, Map.of()));

        assertThat(matching(Criteria.hasAny("tags", List.of()))).isEmpty();
        assertThat(matching(Criteria.not(Criteria.hasAny("tags", List.of())))).hasSize(3);
        assertThat(matching(Criteria.hasAny("tags", List.of()).or(Criteria.has("tags", "a"))))
                .hasSize(1);
        assertThat(matching(Criteria.hasAny("tags", List.of("a")).and(Criteria.hasAny("tags", List.of()))))
                .isEmpty();
    }

    @Test
    void C5_has_any_is_true_of_a_set_with_at_least_one_of_the_elements() {
        books.insert(tagged(1, "a", "b"), tagged(2, "b", "c"), tagged(3, "d"), tagged(4));

        assertThat(matching(Criteria.hasAny("tags", List.of("a")))).containsExactlyInAnyOrder(id(1));
        assertThat(matching(Criteria.hasAny("tags", List.of("a", "c")))).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(matching(Criteria.hasAny("tags", List.of("x", "d", "y")))).containsExactlyInAnyOrder(id(3));
        assertThat(matching(Criteria.hasAny("tags", List.of("x")))).isEmpty();
        assertThat(matching(Criteria.not(Criteria.hasAny("tags", List.of("a", "d")))))
                .containsExactlyInAnyOrder(id(2), id(4));
        assertThat(matching(Criteria.hasAny("tags", List.of("a", "c")).and(Criteria.hasAny("tags", List.of("c", "d")))))
                .containsExactlyInAnyOrder(id(2));
        assertThat(matching(Criteria.hasAny("tags", List.of("b", "d")).and(Criteria.has("tags", "a"))))
                .containsExactlyInAnyOrder(id(1));
    }

    @Test
    void C5_a_set_with_several_of_the_elements_counts_once_in_every_answer() {
        books.insert(tagged(1, "a", "b", "c"), tagged(2, "b", "c"), tagged(3, "c", "d"), tagged(4, "d"));
        Criteria any = Criteria.hasAny("tags", List.of("a", "b", "c"));
        Query query = Query.where(SampleSchema.DEAL, any);

        assertThat(matching(any)).containsExactlyInAnyOrder(id(1), id(2), id(3));
        for (int limit = 1; limit <= 3; limit++) {
            assertThat(TenantStorage.items(books.pages(query, limit)))
                    .extracting(Document::id)
                    .containsExactlyInAnyOrder(id(1), id(2), id(3));
            assertThat(TenantStorage.items(books.pages(query.sortedBy(Sort.descending("title")), limit)))
                    .hasSize(3);
        }
        assertThat(books.aggregate(Aggregation.count(SampleSchema.DEAL, any))
                        .get(0)
                        .count(0))
                .isEqualTo(3);
    }

    @Test
    void C5_has_any_compares_whole_elements_by_code_point() {
        List<String> elements = List.of(
                "a",
                "A",
                "ab",
                "a,b",
                "a b",
                "a ",
                "",
                " ",
                "%",
                "\"a\"",
                "\u00E9",
                "e\u0301",
                "\uD83D\uDE00",
                "\uFFFD");
        for (int i = 0; i < elements.size(); i++) {
            books.insert(tagged(i, elements.get(i), "common"));
        }
        for (int i = 0; i < elements.size(); i++) {
            assertThat(matching(Criteria.hasAny("tags", List.of(elements.get(i), "none"))))
                    .as("element %s", i)
                    .containsExactly(id(i));
        }
        assertThat(matching(Criteria.hasAny("tags", elements))).hasSize(elements.size());
    }

    @Test
    void C5_has_any_takes_ten_thousand_elements() {
        books.insert(tagged(1, "t9999"), tagged(2, "t10000"), tagged(3, "t1", "t2", "t3"));

        assertThat(matching(Criteria.hasAny(
                        "tags",
                        IntStream.range(0, 10_000).mapToObj(i -> "t" + i).toList())))
                .containsExactlyInAnyOrder(id(1), id(3));
    }

    @Test
    void C5_has_any_asks_entries_of_a_log_too() {
        books.append(
                SampleSchema.TOUCH,
                SampleRecords.touch("a", Map.of("labels", Set.of("x", "y"))),
                SampleRecords.touch("b", Map.of("labels", Set.of("y"))),
                SampleRecords.touch("c", Map.of()));
        Criteria any = Criteria.hasAny("labels", List.of("x", "y"));

        assertThat(books.scan(LogQuery.all(SampleSchema.TOUCH).and(any)))
                .extracting(LogEntry::key)
                .containsExactly("a", "b");
        assertThat(books.scan(LogQuery.newestFirst(SampleSchema.TOUCH, id(1)).and(Criteria.not(any))))
                .extracting(LogEntry::key)
                .containsExactly("c");
        if (books.pushesDown(any)) {
            assertThat(books.read(session -> session.aggregate(Aggregation.count(SampleSchema.TOUCH, any)))
                            .get(0)
                            .count(0))
                    .isEqualTo(2);
        }
    }

    @Test
    void D8_an_element_without_characters_is_an_element() {
        books.insert(tagged(1, ""), tagged(2, "", "a"), tagged(3, "a"), tagged(4));
        books.append(
                SampleSchema.TOUCH,
                SampleRecords.touch("a", Map.of("labels", Set.of(""))),
                SampleRecords.touch("b", Map.of("labels", Set.of("b"))));

        for (Criteria none : List.of(Criteria.has("tags", ""), Criteria.hasAny("tags", List.of("", "x")))) {
            assertThat(matching(none)).containsExactlyInAnyOrder(id(1), id(2));
            assertThat(books.aggregate(Aggregation.count(SampleSchema.DEAL, none))
                            .get(0)
                            .count(0))
                    .isEqualTo(2);
        }
        for (Criteria none : List.of(Criteria.has("labels", ""), Criteria.hasAny("labels", List.of("", "x")))) {
            assertThat(books.scan(LogQuery.all(SampleSchema.TOUCH).and(none)))
                    .extracting(LogEntry::key)
                    .containsExactly("a");
            if (books.pushesDown(none)) {
                assertThat(books.read(session -> session.aggregate(Aggregation.count(SampleSchema.TOUCH, none)))
                                .get(0)
                                .count(0))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void D8_has_any_that_does_not_fit_the_schema_is_a_wrong_argument() {
        for (Criteria wrong : List.of(
                Criteria.hasAny("unknown", List.of("a")),
                Criteria.hasAny("title", List.of("a")),
                Criteria.hasAny("tags", List.of("a", "\uD83D")),
                Criteria.hasAny("tags", List.of("nul\0")))) {
            assertThatIllegalArgumentException().as("%s", wrong).isThrownBy(() -> matching(wrong));
        }
    }

    @Test
    void D8_bounds_of_one_field_that_are_given_twice_all_hold() {
        books.insert(LongStream.range(0, 10)
                .mapToObj(number -> SampleRecords.deal(number, values(number)))
                .toList());
        for (String field : values(0).keySet()) {
            for (Operator operator : List.of(Operator.ABOVE, Operator.AT_LEAST, Operator.BELOW, Operator.AT_MOST)) {
                for (long[] bounds : new long[][] {{2, 6}, {6, 2}, {4, 4}}) {
                    Criteria both = bound(field, operator, bounds[0]).and(bound(field, operator, bounds[1]));
                    assertThat(matching(both)).as("%s", both).containsExactlyInAnyOrderElementsOf(expected(both));
                }
            }
        }
    }

    @Test
    void D8_bounds_of_one_field_that_contradict_each_other_hold_of_nothing() {
        books.insert(LongStream.range(0, 10)
                .mapToObj(number -> SampleRecords.deal(number, values(number)))
                .toList());
        for (String field : values(0).keySet()) {
            for (Criteria contradiction : List.of(
                    bound(field, Operator.EQUAL, 3).and(bound(field, Operator.EQUAL, 4)),
                    bound(field, Operator.EQUAL, 3).and(bound(field, Operator.ABOVE, 3)),
                    bound(field, Operator.AT_LEAST, 6).and(bound(field, Operator.AT_MOST, 5)),
                    bound(field, Operator.ABOVE, 5).and(bound(field, Operator.AT_MOST, 5)),
                    bound(field, Operator.EQUAL, 3).and(Criteria.missing(field)),
                    bound(field, Operator.EQUAL, 3).and(Criteria.not(bound(field, Operator.EQUAL, 3))),
                    Criteria.in(field, List.of(value(field, 1), value(field, 2)))
                            .and(Criteria.in(field, List.of(value(field, 3)))),
                    bound(field, Operator.EQUAL, 3)
                            .and(Criteria.in(field, List.of(value(field, 1), value(field, 2)))))) {
                assertThat(matching(contradiction)).as("%s", contradiction).isEmpty();
            }
            Criteria narrowed = Criteria.in(field, List.of(value(field, 1), value(field, 2), value(field, 3)))
                    .and(Criteria.in(field, List.of(value(field, 3), value(field, 2))))
                    .and(bound(field, Operator.ABOVE, 2));
            assertThat(matching(narrowed)).as("%s", narrowed).containsExactly(id(3));
        }
        assertThat(matching(Criteria.equal("id", id(1).toString()).and(Criteria.equal("id", id(2).toString()))))
                .isEmpty();
        assertThat(matching(Criteria.prefix("title", "t1").and(Criteria.prefix("title", "t2"))))
                .isEmpty();
    }

    @Test
    void D8_bounds_of_the_time_of_a_log_that_are_given_twice_all_hold() {
        for (int i = 0; i < 6; i++) {
            books.append(SampleSchema.AUDIT, SampleRecords.audit("k" + i, SampleRecords.NOON.plusSeconds(i), id(1)));
        }
        Criteria from = Criteria.compare(LogType.OCCURRED_AT, Operator.AT_LEAST, SampleRecords.NOON.plusSeconds(1));
        Criteria later = Criteria.compare(LogType.OCCURRED_AT, Operator.ABOVE, SampleRecords.NOON.plusSeconds(3));
        for (LogQuery query :
                List.of(LogQuery.all(SampleSchema.AUDIT), LogQuery.newestFirst(SampleSchema.AUDIT, id(1)))) {
            assertThat(keys(query.and(from).and(later))).containsExactlyInAnyOrder("k4", "k5");
            assertThat(keys(query.and(later).and(from))).containsExactlyInAnyOrder("k4", "k5");
            assertThat(keys(query.and(later).and(Criteria.not(from)))).isEmpty();
            assertThat(keys(query.and(Criteria.equal(LogType.KEY, "k1")).and(Criteria.equal(LogType.KEY, "k2"))))
                    .isEmpty();
        }
    }

    private static Map<String, Object> values(long number) {
        return Map.of(
                "title", value("title", number),
                "quantity", value("quantity", number),
                "amount", value("amount", number),
                "score", value("score", number),
                "seen_at", value("seen_at", number),
                "due", value("due", number));
    }

    private static Object value(String field, long number) {
        return switch (field) {
            case "title" -> "t" + number;
            case "quantity" -> number;
            case "amount" -> BigDecimal.valueOf(number).setScale(2);
            case "score" -> (double) number;
            case "seen_at" -> SampleRecords.NOON.plusSeconds(number);
            default -> LocalDate.of(2026, 3, 1).plusDays(number);
        };
    }

    private static Criteria bound(String field, Operator operator, long number) {
        return Criteria.compare(field, operator, value(field, number));
    }

    private static List<UUID> expected(Criteria criteria) {
        return LongStream.range(0, 10)
                .mapToObj(number -> SampleRecords.deal(number, values(number)))
                .filter(criteria::test)
                .map(Document::id)
                .toList();
    }

    private static Document tagged(long number, String... tags) {
        return SampleRecords.deal(number, Map.of("tags", Set.of(tags)));
    }

    private static UUID id(long number) {
        return SampleRecords.id(number);
    }

    private List<UUID> matching(Criteria criteria) {
        return books.where(SampleSchema.DEAL, criteria).stream()
                .map(Document::id)
                .toList();
    }

    private List<String> keys(LogQuery query) {
        return books.scan(query).stream().map(LogEntry::key).toList();
    }
}
