package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.USD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

class ExchangeRatesPropertyTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property
    void the_rate_in_force_is_the_latest_on_or_before_and_missing_before_the_first(
            @ForAll("quotes") Map<LocalDate, BigDecimal> quotes, @ForAll("days") LocalDate date) {
        ExchangeRates.Builder builder = ExchangeRates.builder();
        quotes.forEach((since, rate) -> builder.quote(EUR, USD, since, rate));
        Map.Entry<LocalDate, BigDecimal> expected = new TreeMap<>(quotes).floorEntry(date);
        var found = builder.build().find(EUR, USD, date);
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(rate -> {
                assertThat(rate.since()).isEqualTo(expected.getKey());
                assertThat(rate.numerator()).isEqualByComparingTo(expected.getValue());
            });
        }
    }

    @Property
    void there_and_back_again_loses_no_more_than_two_roundings(
            @ForAll("euros") Money amount, @ForAll("rates") BigDecimal rate) {
        ExchangeRates rates = ExchangeRates.builder()
                .quote(EUR, USD, START, rate)
                .allowInverse()
                .build();
        Money dollars = rates.convert(amount, USD, START, RoundingMode.HALF_EVEN);
        Money back = rates.convert(dollars, EUR, START, RoundingMode.HALF_EVEN);
        BigDecimal halfCent = new BigDecimal("0.005");
        BigDecimal bound = halfCent.divide(rate, 30, RoundingMode.UP).add(halfCent);
        assertThat(back.minus(amount).getAmount().abs()).isLessThanOrEqualTo(bound);
    }

    @Provide
    Arbitrary<Map<LocalDate, BigDecimal>> quotes() {
        return Arbitraries.maps(days(), rates()).ofMaxSize(8);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 400).map(START::plusDays);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("10000"))
                .ofScale(6);
    }

    @Provide
    Arbitrary<Money> euros() {
        return Monies.in(EUR);
    }
}
