package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregatorTest {

    private static final List<Measure> MEASURES =
            List.of(Measure.count(), Measure.sum("n"), Measure.min("n"), Measure.max("n"));

    @Test
    void over_nothing_there_is_one_group_without_figures() {
        assertThat(tally(List.of()).groups())
                .containsExactly(new Group(List.of(), Arrays.asList(0L, null, null, null)));
        assertThat(tally(List.of("k")).groups()).isEmpty();
    }

    @Test
    void missing_values_count_for_count_only() {
        Aggregator tally = tally(List.of());
        tally.add(record(null, 5L));
        tally.add(record(null, null));
        tally.add(record(null, -2L));

        Group group = tally.groups().get(0);
        assertThat(group.count(0)).isEqualTo(3);
        assertThat((BigDecimal) group.values().get(1)).isEqualByComparingTo("3");
        assertThat(group.values().get(2)).isEqualTo(-2L);
        assertThat(group.values().get(3)).isEqualTo(5L);
    }

    @Test
    void sums_of_integers_are_exact_beyond_64_bits() {
        Aggregator tally = tally(List.of());
        tally.add(record(null, Long.MAX_VALUE));
        tally.add(record(null, Long.MAX_VALUE));

        assertThat((BigDecimal) tally.groups().get(0).values().get(1))
                .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.valueOf(Long.MAX_VALUE)));
    }

    @Test
    void groups_come_sorted_with_the_missing_key_last() {
        Aggregator tally = tally(List.of("k"));
        tally.add(record("b", 1L));
        tally.add(record(null, 1L));
        tally.add(record("a", 1L));
        tally.add(record("b", 1L));

        assertThat(tally.groups())
                .extracting(group -> group.keys().get(0) + "=" + group.count(0))
                .containsExactly("a=1", "b=2", "null=1");
    }

    @Test
    void records_that_do_not_meet_the_condition_are_left_out() {
        Aggregator tally = new Aggregator(Aggregation.count("x", Criteria.missing("n")));
        tally.add(record(null, 1L));
        tally.add(record(null, null));

        assertThat(tally.groups().get(0).count(0)).isEqualTo(1);
    }

    @Test
    void dates_are_grouped_by_the_range_that_they_fall_into() {
        LocalDate may = LocalDate.of(2027, 5, 1);
        Aggregator tally =
                new Aggregator(new Aggregation("t", Criteria.always(), List.of("d"), List.of(Measure.count()))
                        .withRanges(Map.of("d", List.of(may, may.plusMonths(1), may.plusMonths(2)))));
        for (LocalDate day : List.of(may, may.plusDays(30), may.plusMonths(2), may.plusYears(1), may.minusDays(1))) {
            tally.add(field -> day);
        }
        tally.add(field -> null);

        assertThat(tally.groups())
                .extracting(group -> group.keys().get(0) + "=" + group.count(0))
                .containsExactly("2027-05-01=2", "2027-07-01=2", "null=2");
    }

    @Test
    void more_groups_than_allowed_are_an_error() {
        Aggregator tally = tally(List.of("k"));
        for (int i = 0; i < Aggregation.MAX_GROUPS; i++) {
            tally.add(record("k" + i, 1L));
        }
        tally.add(record("k0", 1L));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> tally.add(record("one more", 1L)));
    }

    @Test
    void a_figure_that_is_no_count_is_not_read_as_one() {
        Group group = tally(List.of()).groups().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> group.count(1));
    }

    @Test
    void a_measure_takes_a_field_unless_it_counts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure(Measure.Function.COUNT, "n"));
        assertThatIllegalArgumentException().isThrownBy(() -> Measure.sum(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aggregation("x", Criteria.always(), List.of(), List.of()));
    }

    private static Aggregator tally(List<String> groupBy) {
        return new Aggregator(new Aggregation("x", Criteria.always(), groupBy, MEASURES));
    }

    private static FieldReader record(String key, Long number) {
        Map<String, Object> record = new HashMap<>();
        record.put("k", key);
        record.put("n", number);
        return record::get;
    }
}
