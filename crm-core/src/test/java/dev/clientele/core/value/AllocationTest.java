package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.JPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final Money HUNDRED = Money.of(EUR, 100);

    /** The figures of {@code split_rounding} in the worked examples of the reference data. */
    @Test
    void per_cents_with_a_rounded_third_give_exactly_their_amounts() {
        assertThat(Allocation.byPercent(HUNDRED, decimals("33.33", "33.33", "33.34")))
                .containsExactly(Money.of(EUR, 33.33), Money.of(EUR, 33.33), Money.of(EUR, 33.34));
    }

    @Test
    void a_cent_left_over_goes_to_the_largest_remainder() {
        assertThat(Allocation.byPercent(Money.parse("EUR 0.10"), decimals("33.33", "33.33", "33.34")))
                .containsExactly(Money.parse("EUR 0.03"), Money.parse("EUR 0.03"), Money.parse("EUR 0.04"));
    }

    @Test
    void among_equal_remainders_the_earlier_part_gets_it() {
        assertThat(Allocation.equally(HUNDRED, 3))
                .containsExactly(Money.of(EUR, 33.34), Money.of(EUR, 33.33), Money.of(EUR, 33.33));
    }

    @Test
    void a_currency_without_cents_is_divided_in_whole_units() {
        assertThat(Allocation.equally(Money.ofMajor(JPY, 100), 3))
                .containsExactly(Money.ofMajor(JPY, 34), Money.ofMajor(JPY, 33), Money.ofMajor(JPY, 33));
    }

    @Test
    void named_parts_keep_their_names_and_order() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("zoe", new BigDecimal("60"));
        shares.put("abe", new BigDecimal("40"));
        assertThat(Allocation.byPercent(HUNDRED, shares))
                .containsExactly(Map.entry("zoe", Money.of(EUR, 60)), Map.entry("abe", Money.of(EUR, 40)));
    }

    @Test
    void per_cents_that_miss_a_hundred_are_refused() {
        assertThatThrownBy(() -> Allocation.byPercent(HUNDRED, decimals("33.33", "33.33", "33.33")))
                .hasMessage("percents must add up to 100, got 99.99");
    }

    @Test
    void weights_must_be_there_and_not_negative() {
        assertThatThrownBy(() -> Allocation.byWeight(HUNDRED, decimals()))
                .hasMessage("weights must have one above 0, got 0 of 0");
        assertThatThrownBy(() -> Allocation.byWeight(HUNDRED, decimals("0", "0")))
                .hasMessage("weights must have one above 0, got 2 of 0");
        assertThatThrownBy(() -> Allocation.byWeight(HUNDRED, decimals("1", "-1")))
                .hasMessage("weights must not be below 0, got -1");
        assertThatThrownBy(() -> Allocation.equally(HUNDRED, 0)).hasMessage("parts must be at least 1, got 0");
    }

    private static List<BigDecimal> decimals(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
