package dev.clientele.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaJsonTest {

    @Test
    void the_form_that_the_documentation_shows_is_read() {
        Criteria read = CriteriaJson.read("""
                {"all": [{"field": "stage", "equal": "Proposal"},
                         {"not": {"field": "amount", "below": {"decimal": "10000.00"}}},
                         {"field": "last_touch", "at_least": {"relative":
                             {"period": "P-1M", "duration": "PT0S", "zone": "UTC", "date": false}}}]}
                """);

        assertThat(read)
                .isEqualTo(Criteria.equal("stage", "Proposal")
                        .and(Criteria.compare("amount", Operator.BELOW, new BigDecimal("10000.00"))
                                .negate())
                        .and(Criteria.compare(
                                "last_touch",
                                Operator.AT_LEAST,
                                new RelativeTime(Period.ofMonths(-1), Duration.ZERO, ZoneId.of("UTC"), false))));
    }

    @Test
    void equal_criteria_have_the_same_text_in_every_process() {
        Criteria criteria = Criteria.equal("stage", "Proposal")
                .and(Criteria.compare("seen", Operator.BELOW, RelativeTime.instant(Duration.ofDays(-1))));

        assertThat(CriteriaJson.write(criteria))
                .isEqualTo(
                        "{\"all\":[{\"field\":\"stage\",\"equal\":\"Proposal\"},{\"field\":\"seen\",\"below\":"
                                + "{\"relative\":{\"period\":\"P0D\",\"duration\":\"PT-24H\",\"zone\":\"Z\",\"date\":false}}}]}");
    }

    @Test
    void the_order_in_which_values_are_listed_does_not_matter() {
        assertThat(Specimen.KINDS.pieces.in(List.of(3L, 1L, 2L, 1L)))
                .isEqualTo(Specimen.KINDS.pieces.in(Set.of(1L, 2L, 3L)));
        assertThat(Specimen.KINDS.tags.hasAny(List.of("b", "a", "b")))
                .isEqualTo(Specimen.KINDS.tags.hasAny(Set.of("a", "b")));
    }

    static Stream<Object> constants() {
        return Stream.of(
                "",
                "\u0000 \uD800 \"'\\\n",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                true,
                new BigDecimal("1E+3"),
                new BigDecimal("1000"),
                new BigDecimal("0.10"),
                new BigDecimal("-1E-20"),
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Instant.MIN,
                Instant.MAX,
                Instant.parse("2026-03-01T10:00:00.000000001Z"),
                LocalDate.MIN,
                LocalDate.MAX,
                RelativeTime.instant(Duration.ofNanos(-1)),
                RelativeTime.date(Period.of(1, -2, 3), ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void every_constant_comes_back_exactly(Object constant) {
        Criteria criteria = Criteria.compare("field", Operator.AT_MOST, constant);

        assertThat(CriteriaJson.read(CriteriaJson.write(criteria))).isEqualTo(criteria);
    }

    @Test
    void the_two_that_hold_always_and_never_come_back() {
        assertThat(CriteriaJson.read(CriteriaJson.write(Criteria.always()))).isEqualTo(Criteria.always());
        assertThat(CriteriaJson.read(CriteriaJson.write(Criteria.never()))).isEqualTo(Criteria.never());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "true",
                "{",
                "{}",
                "{} {}",
                "{\"all\": {}}",
                "{\"all\": [null]}",
                "{\"not\": null}",
                "{\"or\": []}",
                "{\"field\": \"a\"}",
                "{\"field\": 1, \"equal\": 1}",
                "{\"field\": \"a\", \"equal\": null}",
                "{\"field\": \"a\", \"equal\": 1.5}",
                "{\"field\": \"a\", \"equal\": 9223372036854775808}",
                "{\"field\": \"a\", \"equal\": {}}",
                "{\"field\": \"a\", \"equal\": {\"decimal\": 1}}",
                "{\"field\": \"a\", \"equal\": {\"decimal\": \"x\"}}",
                "{\"field\": \"a\", \"equal\": {\"instant\": \"yesterday\"}}",
                "{\"field\": \"a\", \"equal\": {\"date\": \"2026-02-30\"}}",
                "{\"field\": \"a\", \"equal\": {\"relative\": {}}}",
                "{\"field\": \"a\", \"equal\": {\"relative\": {\"period\": \"P1D\", \"duration\": \"PT0S\", \"zone\": \"Nowhere/At\"}}}",
                "{\"field\": \"a\", \"equal\": 1, \"below\": 2}",
                "{\"field\": \"a\", \"in\": 1}",
                "{\"field\": \"a\", \"in\": [null]}",
                "{\"field\": \"a\", \"prefix\": 1}",
                "{\"field\": \"a\", \"missing\": false}",
                "{\"field\": \"a\", \"matches\": \".*\"}"
            })
    void what_is_not_the_form_of_a_criteria_is_refused(String json) {
        assertThatThrownBy(() -> CriteriaJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_repeats_nothing_of_the_text() {
        for (String json : List.of("{\"secret\": 1}", "secret", "{\"field\": \"a\", \"equal\": {\"secret\": 1}}")) {
            assertThatThrownBy(() -> CriteriaJson.read(json)).message().doesNotContain("secret");
        }
    }

    @Test
    void depth_is_limited_both_ways() {
        Criteria deep = Criteria.missing("a");
        for (int i = 1; i < 64; i++) {
            deep = i % 2 == 0 ? new Not(deep) : new AllOf(List.of(deep));
        }
        Criteria deepest = deep;
        Criteria deeper = new Not(deep);

        assertThat(CriteriaJson.read(CriteriaJson.write(deepest))).isEqualTo(deepest);
        assertThatThrownBy(() -> CriteriaJson.write(deeper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> CriteriaJson.read(
                        "{\"not\": ".repeat(65) + CriteriaJson.write(Criteria.always()) + "}".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> CriteriaJson.read("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_of_a_hundred_thousand_values_is_ordinary() {
        List<Long> values =
                java.util.stream.LongStream.range(0, 100_000).boxed().toList();
        Criteria in = Criteria.in("field", values);

        assertThat(CriteriaJson.read(CriteriaJson.write(in))).isEqualTo(in);
    }
}
