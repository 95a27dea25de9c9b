package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules C1 to C6, C8 and D8: criteria. */
public abstract class CriteriaContract extends StorageContract {

    private static final Map<String, Object> FULL = Map.of(
            "title",
            "b",
            "tags",
            Set.of("x"),
            "quantity",
            5L,
            "amount",
            new BigDecimal("5.00"),
            "open",
            false,
            "score",
            5.0,
            "seen_at",
            SampleRecords.NOON,
            "due",
            LocalDate.of(2026, 3, 1));

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected CriteriaContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void C1_comparing_a_missing_value_is_false() {
        books.insert(SampleRecords.deal(1, Map.of()), SampleRecords.deal(2, FULL));
        FULL.forEach((field, value) -> {
            if (!field.equals("tags")) {
                for (Operator operator : Operator.values()) {
                    assertThat(matching(Criteria.compare(field, operator, value)))
                            .as("%s %s", field, operator)
                            .doesNotContain(SampleRecords.id(1));
                }
                assertThat(matching(Criteria.in(field, List.of(value)))).containsExactly(SampleRecords.id(2));
            }
        });
        assertThat(matching(Criteria.prefix("title", ""))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.containing("title", ""))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.has("tags", "x"))).containsExactly(SampleRecords.id(2));
    }

    @Test
    void C1_only_missing_is_true_of_a_missing_value() {
        books.insert(
                SampleRecords.deal(1, Map.of()),
                SampleRecords.deal(2, FULL),
                SampleRecords.deal(3, Map.of("tags", Set.of())));
        for (String field : FULL.keySet()) {
            assertThat(matching(Criteria.missing(field)))
                    .as(field)
                    .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3));
        }
    }

    @Test
    void C1_the_empty_text_is_a_value() {
        books.insert(SampleRecords.titled(1, ""), SampleRecords.deal(2, Map.of()));

        assertThat(matching(Criteria.missing("title"))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.equal("title", ""))).containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.compare("title", Operator.AT_MOST, ""))).containsExactly(SampleRecords.id(1));
    }

    @Test
    void C2_not_is_plain_negation() {
        books.insert(
                SampleRecords.deal(1, Map.of()),
                SampleRecords.deal(2, FULL),
                SampleRecords.deal(3, Map.of("title", "c")));
        List<Criteria> criteria = List.of(
                Criteria.equal("title", "b"),
                Criteria.compare("amount", Operator.BELOW, BigDecimal.TEN),
                Criteria.in("title", List.of("b", "x")),
                Criteria.in("title", List.of()),
                Criteria.prefix("title", "b"),
                Criteria.containing("title", "b"),
                Criteria.has("tags", "x"),
                Criteria.missing("title"),
                Criteria.equal("title", "b").and(Criteria.equal("quantity", 5L)),
                Criteria.equal("title", "b").or(Criteria.equal("quantity", 6L)),
                Criteria.not(Criteria.equal("title", "b")).and(Criteria.missing("due")));
        for (Criteria one : criteria) {
            List<UUID> holds = matching(one);
            List<UUID> negated = matching(new Not(one));
            assertThat(holds).as("%s", one).doesNotContainAnyElementsOf(negated);
            assertThat(holds.size() + negated.size()).as("%s", one).isEqualTo(3);
        }
    }

    @Test
    void C3_text_compares_by_code_point() {
        for (int i = 0; i < SampleTexts.ASCENDING.size(); i++) {
            books.insert(SampleRecords.titled(i, SampleTexts.ASCENDING.get(i)));
        }
        for (int i = 0; i < SampleTexts.ASCENDING.size(); i++) {
            String text = SampleTexts.ASCENDING.get(i);
            assertThat(matching(Criteria.compare("title", Operator.BELOW, text)))
                    .hasSize(i);
            assertThat(matching(Criteria.compare("title", Operator.AT_MOST, text)))
                    .hasSize(i + 1);
            assertThat(matching(Criteria.compare("title", Operator.ABOVE, text)))
                    .hasSize(SampleTexts.ASCENDING.size() - i - 1);
            assertThat(matching(Criteria.equal("title", text))).containsExactly(SampleRecords.id(i));
        }
    }

    @Test
    void C3_nothing_folds_case_accents_or_spaces() {
        List<String> alike =
                List.of("i", "I", "\u0130", "\u0131", "\u00E9", "e\u0301", "e", "i ", " i", "\uFB01", "fi");
        for (int i = 0; i < alike.size(); i++) {
            books.insert(SampleRecords.titled(i, alike.get(i)));
        }
        for (int i = 0; i < alike.size(); i++) {
            assertThat(matching(Criteria.equal("title", alike.get(i)))).containsExactly(SampleRecords.id(i));
            assertThat(matching(Criteria.in("title", List.of(alike.get(i), "none"))))
                    .containsExactly(SampleRecords.id(i));
        }
        assertThat(matching(Criteria.prefix("title", "I"))).containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.containing("title", "I"))).containsExactly(SampleRecords.id(1));
    }

    @Test
    void C4_prefix_and_containing_are_literal() {
        List<String> wild =
                List.of("%", "_", "*", "?", "\\", "[a]", "'", "\"", "^", "$", ".", "{", "%%", "\\%", "~", "#");
        books.insert(SampleRecords.titled(999, "abc"));
        for (int i = 0; i < wild.size(); i++) {
            books.insert(SampleRecords.titled(i, "a" + wild.get(i) + "c"));
        }
        for (int i = 0; i < wild.size(); i++) {
            String part = wild.get(i);
            List<UUID> expected = new ArrayList<>();
            for (int j = 0; j < wild.size(); j++) {
                if (wild.get(j).contains(part)) {
                    expected.add(SampleRecords.id(j));
                }
            }
            assertThat(matching(Criteria.containing("title", part)))
                    .as("containing %s", part)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(matching(Criteria.prefix("title", "a" + part + "c")))
                    .as("prefix a%sc", part)
                    .containsExactly(SampleRecords.id(i));
        }
    }

    @Test
    void C4_prefix_and_containing_reach_to_the_last_code_point() {
        String last = "\uDBFF\uDFFF";
        books.insert(
                SampleRecords.titled(1, "a" + last),
                SampleRecords.titled(2, "a" + last + "b"),
                SampleRecords.titled(3, "a\uFFFF"),
                SampleRecords.titled(4, "b"),
                SampleRecords.titled(5, "a\uD7FF"),
                SampleRecords.titled(6, "a\uE000"));

        assertThat(matching(Criteria.prefix("title", "a" + last)))
                .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(2));
        assertThat(matching(Criteria.prefix("title", "a\uFFFF"))).containsExactly(SampleRecords.id(3));
        assertThat(matching(Criteria.prefix("title", "a\uD7FF"))).containsExactly(SampleRecords.id(5));
        assertThat(matching(Criteria.prefix("title", "a"))).hasSize(5);
        assertThat(matching(Criteria.containing("title", last + "b"))).containsExactly(SampleRecords.id(2));
    }

    @Test
    void C5_in_no_values_is_false_and_a_value_listed_twice_counts_once() {
        books.insert(SampleRecords.titled(1, "a"), SampleRecords.deal(2, Map.of()));

        assertThat(matching(Criteria.in("title", List.of()))).isEmpty();
        assertThat(matching(Criteria.not(Criteria.in("title", List.of())))).hasSize(2);
        assertThat(matching(new In("title", List.of("a", "a")))).containsExactly(SampleRecords.id(1));
        assertThat(matching(new In("amount", List.of(new BigDecimal("1"), new BigDecimal("1.00")))))
                .isEmpty();
    }

    @Test
    void C5_in_takes_a_hundred_thousand_values() {
        books.insert(
                SampleRecords.deal(1, Map.of("quantity", 99_999L, "title", "x")),
                SampleRecords.deal(2, Map.of("quantity", 100_000L)),
                SampleRecords.deal(3, Map.of()));
        List<Long> numbers = LongStream.range(0, 100_000).boxed().toList();
        List<String> ids = numbers.stream()
                .map(number -> SampleRecords.id(number).toString())
                .toList();

        assertThat(matching(Criteria.in("quantity", numbers))).containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.not(Criteria.in("quantity", numbers))))
                .containsExactlyInAnyOrder(SampleRecords.id(2), SampleRecords.id(3));
        assertThat(matching(Criteria.in("id", ids).and(Criteria.in("quantity", numbers))))
                .containsExactly(SampleRecords.id(1));
    }

    @Test
    void C5_in_knows_each_type() {
        books.insert(SampleRecords.deal(1, Map.of()), SampleRecords.deal(2, FULL));
        FULL.forEach((field, value) -> {
            if (!field.equals("tags")) {
                assertThat(matching(Criteria.in(field, List.of(value))))
                        .as(field)
                        .containsExactly(SampleRecords.id(2));
            }
        });
    }

    @Test
    void C6_all_of_nothing_is_true_and_any_of_nothing_is_false() {
        books.insert(SampleRecords.titled(1, "a"));

        assertThat(matching(Criteria.always())).hasSize(1);
        assertThat(matching(Criteria.never())).isEmpty();
        assertThat(matching(Criteria.not(Criteria.always()))).isEmpty();
        assertThat(matching(Criteria.not(Criteria.never()))).hasSize(1);
        assertThat(matching(Criteria.equal("title", "b").or(Criteria.always()))).hasSize(1);
    }

    @Test
    void C8_decimals_compare_by_value() {
        books.insert(SampleRecords.deal(1, Map.of("amount", new BigDecimal("5.00"))));

        assertThat(matching(Criteria.equal("amount", new BigDecimal("5")))).hasSize(1);
        assertThat(matching(Criteria.in("amount", List.of(new BigDecimal("5.0")))))
                .hasSize(1);
        assertThat(matching(Criteria.compare("amount", Operator.ABOVE, new BigDecimal("4.99"))))
                .hasSize(1);
        assertThat(matching(Criteria.compare("amount", Operator.ABOVE, new BigDecimal("10"))))
                .isEmpty();
    }

    @Test
    void C8_decimals_and_integers_compare_to_the_last_digit() {
        books.insert(
                SampleRecords.deal(
                        1, Map.of("amount", new BigDecimal("9999999999999999.99"), "quantity", Long.MAX_VALUE)),
                SampleRecords.deal(
                        2, Map.of("amount", new BigDecimal("9999999999999999.98"), "quantity", Long.MAX_VALUE - 1)),
                SampleRecords.deal(
                        3, Map.of("amount", new BigDecimal("-9999999999999999.99"), "quantity", Long.MIN_VALUE)));

        assertThat(matching(Criteria.compare("amount", Operator.ABOVE, new BigDecimal("9999999999999999.98"))))
                .containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.equal("quantity", Long.MAX_VALUE - 1))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.compare("quantity", Operator.BELOW, 0L))).containsExactly(SampleRecords.id(3));
    }

    @Test
    void C8_instants_compare_by_microsecond() {
        Instant second = Instant.parse("1969-12-31T23:59:59Z");
        books.insert(
                SampleRecords.deal(1, Map.of("seen_at", second)),
                SampleRecords.deal(2, Map.of("seen_at", second.plusNanos(1_000))),
                SampleRecords.deal(3, Map.of("seen_at", Instant.parse("0001-01-01T00:00:00Z"))),
                SampleRecords.deal(4, Map.of("seen_at", Instant.parse("9999-12-31T23:59:59.999999Z"))));

        assertThat(matching(Criteria.equal("seen_at", second.plusNanos(1_999)))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.compare("seen_at", Operator.BELOW, second)))
                .containsExactly(SampleRecords.id(3));
        assertThat(matching(Criteria.compare("seen_at", Operator.ABOVE, second.plusNanos(1_000))))
                .containsExactly(SampleRecords.id(4));
    }

    @Test
    void C8_false_is_below_true_and_dates_compare_across_all_years() {
        books.insert(
                SampleRecords.deal(1, Map.of("open", false, "due", LocalDate.of(999, 12, 31))),
                SampleRecords.deal(2, Map.of("open", true, "due", LocalDate.of(9999, 1, 1))),
                SampleRecords.deal(3, Map.of("due", LocalDate.of(1, 1, 1))));

        assertThat(matching(Criteria.compare("open", Operator.BELOW, true))).containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.compare("due", Operator.ABOVE, LocalDate.of(1000, 1, 1))))
                .containsExactly(SampleRecords.id(2));
    }

    @Test
    void C8_reals_compare_exactly() {
        books.insert(SampleRecords.deal(1, Map.of("score", 0.1 + 0.2)), SampleRecords.deal(2, Map.of("score", 0.3)));

        assertThat(matching(Criteria.equal("score", 0.3))).containsExactly(SampleRecords.id(2));
        assertThat(matching(Criteria.compare("score", Operator.ABOVE, 0.3))).containsExactly(SampleRecords.id(1));
        assertThat(matching(Criteria.equal("score", -0.0))).isEmpty();
    }

    @Test
    void D8_a_text_set_has_whole_elements() {
        List<String> elements =
                List.of("a", "ab", "a,b", "a b", "A", "", " ", "%", "\"a\"", "[a]", "\uD83D\uDE00", "a|b");
        for (int i = 0; i < elements.size(); i++) {
            books.insert(SampleRecords.deal(i, Map.of("tags", Set.of(elements.get(i), "common"))));
        }
        for (int i = 0; i < elements.size(); i++) {
            assertThat(matching(Criteria.has("tags", elements.get(i)))).containsExactly(SampleRecords.id(i));
        }
        assertThat(matching(Criteria.has("tags", "common"))).hasSize(elements.size());
        assertThat(matching(Criteria.has("tags", "common").and(Criteria.has("tags", "ab"))))
                .hasSize(1);
    }

    @Test
    void D8_a_text_may_be_compared_with_one_longer_than_its_limit() {
        books.insert(SampleRecords.titled(1, "a"));
        String longer = "a".repeat(5000);

        assertThat(matching(Criteria.equal("title", longer))).isEmpty();
        assertThat(matching(Criteria.compare("title", Operator.BELOW, longer))).hasSize(1);
        assertThat(matching(Criteria.containing("title", longer))).isEmpty();
    }

    @Test
    void D8_a_criteria_may_be_64_deep_and_have_1000_parts() {
        books.insert(SampleRecords.titled(1, "a"), SampleRecords.deal(2, Map.of()));
        Criteria deep = Criteria.equal("title", "a");
        for (int i = 0; i < 63; i++) {
            deep = i % 3 == 0 ? new Not(deep) : i % 3 == 1 ? new AllOf(List.of(deep)) : new AnyOf(List.of(deep));
        }
        List<Criteria> parts = new ArrayList<>();
        for (int i = 0; i < 998; i++) {
            parts.add(Criteria.equal("title", "t" + i));
        }
        parts.add(Criteria.equal("title", "a"));
        Criteria wide = Criteria.anyOf(parts);

        assertThat(matching(deep)).containsExactly(SampleRecords.id(2));
        assertThat(matching(wide)).containsExactly(SampleRecords.id(1));
        Criteria tooDeep = new Not(deep);
        assertThatIllegalArgumentException().isThrownBy(() -> matching(tooDeep));
        Criteria tooWide = wide.or(Criteria.never()).or(Criteria.missing("due"));
        assertThatIllegalArgumentException().isThrownBy(() -> matching(tooWide));
    }

    @Test
    void D8_a_criteria_that_does_not_fit_the_schema_is_a_wrong_argument() {
        for (Criteria wrong : List.of(
                Criteria.equal("unknown", 1L),
                Criteria.equal("quantity", "1"),
                Criteria.equal("tags", "a"),
                Criteria.prefix("quantity", "1"),
                Criteria.has("title", "a"),
                Criteria.prefix("title", "\uD83D"),
                Criteria.has("tags", "\uDE00"),
                Criteria.equal("title", "\0"),
                Criteria.equal("amount", new BigDecimal("0.001")),
                Criteria.equal("amount", new BigDecimal("1E+999999999")),
                Criteria.in("amount", List.of(new BigDecimal("-1E-999999999"))),
                Criteria.compare("score", Operator.ABOVE, Double.NaN),
                Criteria.compare("score", Operator.BELOW, Double.POSITIVE_INFINITY),
                Criteria.compare("seen_at", Operator.BELOW, Instant.MAX),
                Criteria.compare("seen_at", Operator.ABOVE, Instant.parse("0000-12-31T23:59:59.999999999Z")),
                Criteria.compare("due", Operator.BELOW, LocalDate.of(10000, 1, 1)))) {
            assertThatIllegalArgumentException().as("%s", wrong).isThrownBy(() -> matching(wrong));
        }
    }

    private List<UUID> matching(Criteria criteria) {
        return books.scan(Query.where(SampleSchema.DEAL, criteria)).stream()
                .map(Document::id)
                .toList();
    }
}
