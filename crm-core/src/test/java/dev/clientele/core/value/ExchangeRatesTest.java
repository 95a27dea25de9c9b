package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.GBP;
import static dev.clientele.core.value.Monies.JPY;
import static dev.clientele.core.value.Monies.USD;
import static java.math.RoundingMode.HALF_EVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRatesTest {
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    /** The figures of {@code dated_fx} in the worked examples of the reference data. */
    private static final ExchangeRates EURO_DOLLAR = ExchangeRates.builder()
            .quote(EUR, USD, JANUARY, "1.04")
            .quote(EUR, USD, APRIL, "1.08")
            .quote(EUR, USD, JULY, "1.17")
            .build();

    @ParameterizedTest
    @CsvSource({"2025-03-31, 104000.00", "2025-04-01, 108000.00", "2025-12-31, 117000.00"})
    void the_latest_rate_on_or_before_the_date_is_in_force(LocalDate close, String dollars) {
        assertThat(EURO_DOLLAR.convert(Money.of(EUR, 100_000), USD, close, HALF_EVEN))
                .isEqualTo(Money.parse("USD " + dollars));
    }

    @Test
    void before_the_first_quote_the_rate_is_missing_and_the_error_names_pair_and_date() {
        LocalDate tooEarly = LocalDate.of(2024, 12, 31);
        assertThatThrownBy(() -> EURO_DOLLAR.convert(Money.of(EUR, 100_000), USD, tooEarly, HALF_EVEN))
                .isInstanceOfSatisfying(MissingExchangeRateException.class, missing -> {
                    assertThat(missing.from()).isEqualTo(EUR);
                    assertThat(missing.to()).isEqualTo(USD);
                    assertThat(missing.date()).isEqualTo(tooEarly);
                })
                .hasMessage("no exchange rate from EUR to USD is in force on 2024-12-31");
    }

    @Test
    void the_inverse_is_not_guessed_unless_allowed() {
        assertThat(EURO_DOLLAR.find(USD, EUR, APRIL)).isEmpty();
        assertThat(EURO_DOLLAR.toBuilder().allowInverse().build().rate(USD, EUR, APRIL))
                .hasToString("1 USD = 0.9259259 EUR since 2025-04-01 (inverse)");
    }

    @Test
    void an_inverse_conversion_rounds_once() {
        ExchangeRates rates = ExchangeRates.builder()
                .quote(EUR, USD, JANUARY, "3")
                .allowInverse()
                .build();
        assertThat(rates.convert(Money.of(USD, 300_000_000), EUR, APRIL, RoundingMode.UNNECESSARY))
                .isEqualTo(Money.of(EUR, 100_000_000));
    }

    @Test
    void a_quoted_pair_goes_before_the_inverse() {
        ExchangeRates rates = EURO_DOLLAR.toBuilder()
                .allowInverse()
                .quote(USD, EUR, JANUARY, "0.9")
                .build();
        assertThat(rates.rate(USD, EUR, JULY).origin()).isEqualTo(ExchangeRate.Origin.QUOTED);
    }

    @Test
    void a_cross_rate_goes_through_the_pivot_and_is_as_old_as_its_older_part() {
        ExchangeRates rates = EURO_DOLLAR.toBuilder()
                .quote(EUR, GBP, JANUARY, "0.8")
                .allowInverse()
                .crossThrough(EUR)
                .build();
        ExchangeRate cross = rates.rate(GBP, USD, JULY);
        assertThat(cross.origin()).isEqualTo(ExchangeRate.Origin.CROSS);
        assertThat(cross.since()).isEqualTo(JANUARY);
        assertThat(cross.toDecimal(MathContext.DECIMAL64)).isEqualByComparingTo("1.4625");
        assertThat(cross.convert(Money.of(GBP, 100), HALF_EVEN)).isEqualTo(Money.parse("USD 146.25"));
    }

    @Test
    void without_a_pivot_there_is_no_cross_rate() {
        ExchangeRates rates = EURO_DOLLAR.toBuilder()
                .quote(EUR, GBP, JANUARY, "0.8")
                .allowInverse()
                .build();
        assertThat(rates.find(GBP, USD, JULY)).isEmpty();
    }

    @Test
    void a_cross_rate_with_one_half_missing_is_missing() {
        ExchangeRates rates = EURO_DOLLAR.toBuilder()
                .quote(EUR, GBP, JULY, "0.8")
                .allowInverse()
                .crossThrough(EUR)
                .build();
        assertThatThrownBy(() -> rates.rate(GBP, USD, APRIL)).isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void the_same_currency_needs_no_rate() {
        Money amount = Money.parse("EUR 1.23");
        assertThat(ExchangeRates.none().convert(amount, EUR, APRIL, RoundingMode.UNNECESSARY))
                .isEqualTo(amount);
    }

    @Test
    void the_result_is_rounded_to_the_minor_unit_by_the_mode_given() {
        ExchangeRates rates =
                ExchangeRates.builder().quote(EUR, JPY, JANUARY, "161.5").build();
        Money one = Money.of(EUR, 1);
        assertThat(rates.convert(one, JPY, APRIL, HALF_EVEN)).isEqualTo(Money.parse("JPY 162"));
        assertThat(rates.convert(one, JPY, APRIL, RoundingMode.DOWN)).isEqualTo(Money.parse("JPY 161"));
        assertThatThrownBy(() -> rates.convert(one, JPY, APRIL, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_different_quotes_for_a_day_are_refused_and_the_same_again_is_not() {
        ExchangeRates.Builder builder = EURO_DOLLAR.toBuilder().quote(EUR, USD, APRIL, "1.0800");
        assertThat(builder.build()).isEqualTo(EURO_DOLLAR).hasSameHashCodeAs(EURO_DOLLAR);
        assertThatThrownBy(() -> builder.quote(EUR, USD, APRIL, "1.09"))
                .hasMessage("the rate from EUR to USD since 2025-04-01 must be quoted once, got 1.08 and 1.09");
    }

    @Test
    void rates_that_make_no_sense_are_refused() {
        ExchangeRates.Builder builder = ExchangeRates.builder();
        assertThatThrownBy(() -> builder.quote(EUR, USD, APRIL, "0")).hasMessage("rate must be above 0, got 0");
        assertThatThrownBy(() -> builder.quote(EUR, EUR, APRIL, "1"))
                .hasMessage("from and to must be two currencies, got EUR twice");
        assertThatThrownBy(() -> builder.quote(EUR, USD, APRIL, "1e-999999999"))
                .hasMessageContaining("must have at most 38 digits");
    }

    @Test
    void a_snapshot_does_not_change_with_its_builder() {
        ExchangeRates.Builder builder = EURO_DOLLAR.toBuilder();
        ExchangeRates before = builder.build();
        builder.quote(EUR, USD, LocalDate.of(2025, 10, 1), "1.2");
        assertThat(before).isEqualTo(EURO_DOLLAR).isNotEqualTo(builder.build());
        assertThat(before).hasToString("ExchangeRates[3 quotes of 1 pairs]");
    }

    @Test
    void between_two_changes_every_rate_stays_as_it_is() {
        LocalDate start = LocalDate.of(2027, 1, 1);
        ExchangeRates rates = ExchangeRates.builder()
                .quote(USD, EUR, start.minusDays(9), "0.9")
                .quote(USD, EUR, start.plusDays(5), "0.90")
                .quote(USD, EUR, start.plusDays(7), "0.91")
                .quote(EUR, JPY, start.plusDays(3), "160")
                .quote(EUR, JPY, start.plusDays(99), "161")
                .build();

        assertThat(rates.changeDates(EUR, start, start.plusDays(99))).containsExactly(start.plusDays(7));
        assertThat(rates.toBuilder().allowInverse().build().changeDates(EUR, start, start.plusDays(99)))
                .containsExactly(start.plusDays(3), start.plusDays(7));
    }
}
