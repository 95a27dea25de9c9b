package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class DiscountingPropertyTest {
    private static final LocalDate ON = LocalDate.of(2026, 1, 1);

    @Property
    void present_value_is_exactly_additive_over_flows(
            @ForAll("discountings") Discounting discounting,
            @ForAll("flows") List<CashFlow> some,
            @ForAll("flows") List<CashFlow> others) {
        List<CashFlow> all = Stream.concat(some.stream(), others.stream()).toList();
        assertThat(discounting.exactPresentValue(EUR, ON, all).getAmount())
                .isEqualByComparingTo(discounting
                        .exactPresentValue(EUR, ON, some)
                        .plus(discounting.exactPresentValue(EUR, ON, others))
                        .getAmount());
    }

    @Property
    void present_value_is_exactly_proportional_to_the_amounts(
            @ForAll("discountings") Discounting discounting,
            @ForAll("flows") List<CashFlow> flows,
            @ForAll byte times) {
        List<CashFlow> scaled = flows.stream()
                .map(flow -> CashFlow.of(flow.date(), flow.amount().multipliedBy(times)))
                .toList();
        assertThat(discounting.exactPresentValue(EUR, ON, scaled).getAmount())
                .isEqualByComparingTo(discounting
                        .exactPresentValue(EUR, ON, flows)
                        .multipliedBy(times)
                        .getAmount());
    }

    @Property
    void annual_and_continuous_rates_that_grow_as_fast_discount_alike(
            @ForAll @Scale(9) @DoubleRange(min = -0.5, max = 5) double rate,
            @ForAll @Scale(9) @DoubleRange(min = -50, max = 50) double years) {
        DiscountRate annual = DiscountRate.annual(rate);
        double expected = annual.discountFactor(years);
        assertThat(annual.toContinuous().discountFactor(years)).isEqualTo(expected, within(1e-12 * expected));
    }

    @Property
    void the_text_form_of_a_rate_reads_back(@ForAll @Scale(9) @DoubleRange(min = -0.999, max = 1000) double rate) {
        DiscountRate annual = DiscountRate.annual(rate);
        DiscountRate continuous = DiscountRate.continuous(rate);
        assertThat(DiscountRate.parse(annual.toString())).isEqualTo(annual);
        assertThat(DiscountRate.parse(continuous.toString())).isEqualTo(continuous);
    }

    @Property
    void later_money_is_worth_less_at_a_positive_rate(
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 10) double rate,
            @ForAll DayCount dayCount,
            @ForAll("days") LocalDate date) {
        Discounting discounting = Discounting.of(DiscountRate.annual(rate), dayCount);
        assertThat(discounting.discountFactor(ON, date.plusDays(30))).isLessThan(discounting.discountFactor(ON, date));
    }

    @Provide
    Arbitrary<Discounting> discountings() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-0.5, 2).map(DiscountRate::annual),
                        Arbitraries.of(DayCount.class))
                .as(Discounting::of);
    }

    @Provide
    Arbitrary<List<CashFlow>> flows() {
        return Combinators.combine(days(), Monies.in(EUR))
                .as(CashFlow::of)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-4000, 20_000).map(ON::plusDays);
    }
}
