package dev.clientele.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are read in the form that a file writes them in. */
class DayFormatTest {

    private static final LocalDate DAY = LocalDate.of(2013, 4, 25);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-04-25",
                "2013-04-25 08:26",
                "2013-04-25 08:26:00",
                "2013-04-25T08:26:00.123",
                "2013-04-25T08:26:00Z",
                "2013-04-25T23:59:59+02:00"
            })
    void without_a_pattern_a_day_is_written_as_iso_with_or_without_a_time(String text) {
        assertThat(DayFormat.iso().find(text)).contains(DAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyyMMdd|20130425",
                "uuuuMMdd|20130425",
                "dd.MM.yyyy|25.04.2013",
                "d.M.yyyy|25.4.2013",
                "M/d/yyyy H:mm|4/25/2013 8:26",
                "d MMM yyyy|25 Apr 2013",
                "yyyy-MM-dd'T'HH:mm:ssXXX|2013-04-25T08:26:00+02:00",
                "yyyyDDD|2013115"
            })
    void a_pattern_says_how_a_day_is_written(String pattern, String text) {
        assertThat(DayFormat.of(pattern).find(text)).contains(DAY);
    }

    @Test
    void a_leap_day_is_a_day() {
        assertThat(DayFormat.of("yyyyMMdd").find("20120229")).contains(LocalDate.of(2012, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20130229", "20130431", "20131301", "2013425", "120130425", "20130425 ", "00000101", ""})
    void what_is_not_on_the_calendar_or_not_of_the_pattern_is_no_day(String text) {
        assertThat(DayFormat.of("yyyyMMdd").find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-02-29", "2013-04-25 25:00", "25.04.2013", "20130425", "+12013-04-25", "-0001-01-01"})
    void what_is_not_iso_is_no_day_without_a_pattern(String text) {
        assertThat(DayFormat.iso().find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HH:mm", "yyyy-MM", "yyyy"})
    void a_pattern_that_gives_no_day_is_refused(String pattern) {
        assertThatThrownBy(() -> DayFormat.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date format " + pattern + " must give a day, month and year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd.MM.yy", "uuMMdd"})
    void a_year_of_two_digits_is_refused(String pattern) {
        assertThatThrownBy(() -> DayFormat.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("four digits");
    }

    @Test
    void what_is_no_pattern_is_refused() {
        assertThatThrownBy(() -> DayFormat.of("yyyy-MM-dd {")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.04.2013", "25.4.2013", "25.04.2013 08:26", "25.04.2013 08:26:59"})
    void german_days_may_have_a_time(String text) {
        assertThat(DayFormat.german().find(text)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/25/2013", "04/25/2013", "4/25/2013 8:26 AM", "04/25/2013 08:26", "4/25/2013 18:26:01"})
    void american_days_may_have_a_time(String text) {
        assertThat(DayFormat.american().find(text)).contains(DAY);
    }

    @Test
    void a_text_of_another_form_is_refused_with_an_example_and_without_itself() {
        assertThatThrownBy(() -> DayFormat.german().parse("4/25/2013"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25.4.2013")
                .hasMessageNotContaining("4/25/2013");
    }
}
