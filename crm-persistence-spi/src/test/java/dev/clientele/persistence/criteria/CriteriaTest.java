package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private static final FieldReader EMPTY = field -> null;

    @Test
    void comparing_a_missing_value_is_false_and_its_negation_true() {
        for (Operator operator : Operator.values()) {
            Criteria comparison = Criteria.compare("amount", operator, 1L);

            assertThat(comparison.test(EMPTY)).isFalse();
            assertThat(comparison.negate().test(EMPTY)).isTrue();
        }
    }

    @Test
    void only_missing_holds_of_a_missing_value() {
        assertThat(Criteria.missing("name").test(EMPTY)).isTrue();
        assertThat(Criteria.prefix("name", "").test(EMPTY)).isFalse();
        assertThat(Criteria.containing("name", "").test(EMPTY)).isFalse();
        assertThat(Criteria.has("name", "x").test(EMPTY)).isFalse();
        assertThat(Criteria.in("name", List.of("x")).test(EMPTY)).isFalse();
    }

    @Test
    void an_empty_text_set_counts_as_missing() {
        assertThat(Criteria.missing("tags").test(record("tags", Set.of()))).isTrue();
        assertThat(Criteria.missing("tags").test(record("tags", Set.of("a")))).isFalse();
    }

    @Test
    void each_operator_accepts_its_side() {
        FieldReader five = record("n", 5L);

        assertThat(Criteria.compare("n", Operator.EQUAL, 5L).test(five)).isTrue();
        assertThat(Criteria.compare("n", Operator.BELOW, 5L).test(five)).isFalse();
        assertThat(Criteria.compare("n", Operator.AT_MOST, 5L).test(five)).isTrue();
        assertThat(Criteria.compare("n", Operator.ABOVE, 4L).test(five)).isTrue();
        assertThat(Criteria.compare("n", Operator.AT_LEAST, 6L).test(five)).isFalse();
    }

    @Test
    void decimals_are_the_same_whatever_their_scale() {
        FieldReader five = record("amount", new BigDecimal("5.00"));

        assertThat(Criteria.equal("amount", new BigDecimal("5")).test(five)).isTrue();
        assertThat(Criteria.in("amount", List.of(new BigDecimal("5.0"))).test(five))
                .isTrue();
    }

    @Test
    void a_constant_of_another_type_is_a_wrong_argument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.equal("n", "5").test(record("n", 5L)))
                .withMessageContaining("Long")
                .withMessageContaining("String");
    }

    @Test
    void prefix_and_containing_take_wildcards_literally() {
        assertThat(Criteria.prefix("name", "a%").test(record("name", "abc"))).isFalse();
        assertThat(Criteria.prefix("name", "a%").test(record("name", "a%c"))).isTrue();
        assertThat(Criteria.containing("name", "_").test(record("name", "abc"))).isFalse();
    }

    @Test
    void all_of_nothing_holds_and_any_of_nothing_does_not() {
        assertThat(Criteria.always().test(EMPTY)).isTrue();
        assertThat(Criteria.never().test(EMPTY)).isFalse();
        assertThat(Criteria.allOf(List.of())).isEqualTo(Criteria.always());
        assertThat(Criteria.anyOf(List.of())).isEqualTo(Criteria.never());
    }

    @Test
    void long_chains_stay_flat() {
        Criteria chain = Criteria.equal("n", 0L);
        for (long i = 1; i < 500; i++) {
            chain = chain.or(Criteria.equal("n", i));
        }
        assertThat(chain.depth()).isEqualTo(2);
        assertThat(chain.size()).isEqualTo(501);
    }

    @Test
    void negating_twice_gives_the_same() {
        Criteria criteria = Criteria.equal("n", 0L);

        assertThat(criteria.negate().negate()).isSameAs(criteria);
    }

    @Test
    void the_fields_are_told_in_order_of_first_mention() {
        Criteria criteria = Criteria.has("b", "x")
                .and(Criteria.not(Criteria.missing("a")))
                .and(Criteria.prefix("b", "y").or(Criteria.in("c", List.of())));

        assertThat(criteria.fields()).containsExactly("b", "a", "c");
    }

    @Test
    void an_unresolved_time_is_a_wrong_argument_and_a_resolved_one_compares() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Criteria recent = Criteria.compare("seen_at", Operator.AT_LEAST, RelativeTime.instant(Duration.ofDays(-90)));
        FieldReader seen = record("seen_at", Instant.parse("2026-01-01T00:00:00Z"));

        assertThatIllegalArgumentException().isThrownBy(() -> recent.test(seen));
        assertThat(recent.resolvedAt(now).test(seen)).isTrue();
        assertThat(recent.negate().or(recent).and(recent).resolvedAt(now).test(seen))
                .isTrue();
    }

    @Test
    void resolving_reaches_every_part_of_a_tree() {
        Criteria time = Criteria.compare("seen_at", Operator.BELOW, RelativeTime.instant(Duration.ZERO));
        Criteria tree = Criteria.not(Criteria.anyOf(List.of(Criteria.never(), Criteria.allOf(List.of(time, time)))));

        assertThat(tree.resolvedAt(Instant.EPOCH).toString()).doesNotContain("RelativeTime");
    }

    private static FieldReader record(String field, Object value) {
        return Map.of(field, value)::get;
    }

    @Test
    void has_any_asks_for_at_least_one_element_and_keeps_each_once() {
        Criteria any = Criteria.hasAny("tags", List.of("b", "a", "b"));
        FieldReader both = field -> Set.of("a", "c");
        FieldReader none = field -> null;

        assertThat(any).isEqualTo(new HasAny("tags", Set.of("a", "b")));
        assertThat(any.test(both)).isTrue();
        assertThat(any.test(field -> Set.of("c"))).isFalse();
        assertThat(any.test(none)).isFalse();
        assertThat(Criteria.hasAny("tags", List.of()).test(both)).isFalse();
        assertThat(any.resolvedAt(Instant.EPOCH)).isSameAs(any);
    }
}
