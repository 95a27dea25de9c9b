package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class IsoTextPropertyTest {

    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;

    @Property
    void an_instant_comes_back_from_its_text_and_sorts_as_it(
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long otherSecond) {
        Instant instant = Instant.ofEpochSecond(second, micros * 1000L);
        Instant other = Instant.ofEpochSecond(otherSecond);
        String text = IsoText.of(instant);
        assertThat(text).hasSize(27);
        assertThat(Instant.parse(text)).isEqualTo(instant);
        assertThat(IsoText.instant(text)).isEqualTo(instant);
        assertThat(Integer.signum(text.compareTo(IsoText.of(other))))
                .isEqualTo(Integer.signum(instant.compareTo(other)));
    }

    @Property
    void a_date_comes_back_from_its_text(@ForAll @LongRange(min = -719_162, max = 2_932_896) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(IsoText.of(date)).isEqualTo(date.toString());
        assertThat(IsoText.date(date.toString())).isEqualTo(date);
    }

    @Example
    void what_is_no_such_text_is_refused() {
        for (String text : List.of(
                "",
                "2027-03-01",
                "2027-03-01T09:30:00Z",
                "2027-13-01T09:30:00.000000Z",
                "2027-03-01T09:30:00.00000xZ")) {
            assertThatThrownBy(() -> IsoText.instant(text)).isInstanceOf(DateTimeException.class);
        }
        assertThatThrownBy(() -> IsoText.date("2027-02-29")).isInstanceOf(DateTimeException.class);
    }
}
