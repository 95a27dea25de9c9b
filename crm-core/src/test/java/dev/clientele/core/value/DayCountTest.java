package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DayCountTest {
    /**
     * The ACT/ACT rows are the examples of ISDA, "EMU and market conventions: recent developments" (1998), section 4; the
     * 30/360 rows follow from the formulas of the 2006 ISDA Definitions, 4.16(f) and (g).
     */
    @ParameterizedTest
    @CsvSource({
        "ACT_ACT_ISDA, 2003-11-01, 2004-05-01, 61, 365, 121, 366",
        "ACT_ACT_ISDA, 1999-02-01, 1999-07-01, 150, 365, 0, 1",
        "ACT_ACT_ISDA, 2002-08-15, 2003-07-15, 334, 365, 0, 1",
        "ACT_ACT_ISDA, 1999-07-30, 2000-01-30, 155, 365, 29, 366",
        "ACT_ACT_ISDA, 2000-01-01, 2003-01-01, 3, 1, 0, 1",
        "ACT_365F, 2008-01-01, 2009-01-01, 366, 365, 0, 1",
        "ACT_360, 2008-01-01, 2009-01-01, 366, 360, 0, 1",
        "ACT_364, 1997-01-01, 1997-09-30, 272, 364, 0, 1",
        "ACT_365_25, 2000-01-01, 2004-01-01, 4, 1, 0, 1",
        "THIRTY_360, 2007-01-15, 2007-01-31, 16, 360, 0, 1",
        "THIRTY_360, 2007-01-30, 2007-03-31, 60, 360, 0, 1",
        "THIRTY_360, 2006-08-31, 2007-02-28, 178, 360, 0, 1",
        "THIRTY_E_360, 2007-01-15, 2007-01-31, 15, 360, 0, 1",
        "THIRTY_E_360, 2006-08-31, 2007-02-28, 178, 360, 0, 1",
    })
    void years_follow_the_convention(
            DayCount convention, LocalDate start, LocalDate end, double n1, double d1, double n2, double d2) {
        assertThat(convention.years(start, end)).isEqualTo(n1 / d1 + n2 / d2);
    }

    @ParameterizedTest
    @EnumSource
    void time_backward_is_the_negative_of_time_forward(DayCount convention) {
        LocalDate start = LocalDate.of(2023, 12, 31);
        LocalDate end = LocalDate.of(2025, 3, 30);
        assertThat(convention.years(end, start))
                .isEqualTo(-convention.years(start, end))
                .isNegative();
    }

    @ParameterizedTest
    @EnumSource
    void no_time_passes_from_a_date_to_itself(DayCount convention) {
        assertThat(convention.years(LocalDate.EPOCH, LocalDate.EPOCH)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_time_there_is_has_a_length(DayCount convention) {
        assertThat(convention.years(LocalDate.MIN, LocalDate.MAX)).isBetween(1.99e9, 2.04e9);
    }

    @ParameterizedTest
    @EnumSource
    void the_text_form_reads_back(DayCount convention) {
        assertThat(DayCount.parse(convention.toString())).isEqualTo(convention);
    }

    @Test
    void an_unknown_convention_is_refused() {
        assertThatThrownBy(() -> DayCount.parse("ACT/42"))
                .hasMessage("text must be a day count such as ACT/365F, got ACT/42");
    }
}
