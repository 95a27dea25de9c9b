package dev.clientele.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and amounts are read in the form that a file writes them in. */
class AmountFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5|1234.5",
                "1,234.50|1234.50",
                "1,234,567|1234567",
                "-12|-12",
                "(1,200.00)|-1200.00",
                "12.50-|-12.50",
                "$1,200.00|1200.00",
                "€ 100|100",
                "-$5.25|-5.25",
                "- 5|-5",
                "1 234.5|1234.5",
                "1'234.50|1234.50",
                "1\u00A0234|1234",
                "1\u202F234|1234",
                "\u22127|-7",
                "+3|3",
                ".5|0.5",
                "7.|7",
                "1e+05|1E+5",
                "118.22999999999999|118.22999999999999",
                "2.5E-3|0.0025"
            })
    void numbers_with_a_decimal_point_are_read_however_they_are_grouped_and_signed(String text, String number) {
        assertThat(AmountFormat.decimalPoint().parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234,5|1234.5", "1.234,50|1234.50", "1.234.567|1234567", "1 234,5 €|1234.5", "-0,01|-0.01"})
    void numbers_with_a_decimal_comma_are_read_however_they_are_grouped(String text, String number) {
        assertThat(AmountFormat.decimalComma().parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1,23", "12,34.5", "1.2.3", "1,2345", "--1", "1e9999", "NaN", "()", "-", "12 34", "e5"})
    void a_text_that_is_no_number_of_the_form_is_refused_without_itself(String text) {
        assertThatThrownBy(() -> AmountFormat.decimalPoint().parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a number such as 1234.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234.5", "1,234.5"})
    void a_decimal_point_is_not_taken_for_a_group_of_three(String text) {
        assertThat(AmountFormat.decimalComma().find(text)).isEmpty();
    }

    @Test
    void zeros_are_no_decimals_of_an_amount() {
        assertThat(AmountFormat.decimalPoint().parse("100000.00", CurrencyUnit.JPY))
                .isEqualTo(Money.parse("JPY 100000"));
        assertThat(AmountFormat.decimalComma().parse("1.200,500", CurrencyUnit.EUR))
                .isEqualTo(Money.parse("EUR 1200.50"));
    }

    @Test
    void more_decimals_than_the_currency_has_are_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> AmountFormat.decimalPoint().parse("15000.125", CurrencyUnit.USD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must have at most 2 decimals in USD");
    }
}
