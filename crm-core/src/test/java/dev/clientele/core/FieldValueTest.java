package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a value may be is settled when it is set: what passes comes back from storage as it is. */
class FieldValueTest {

    private final Vessel vessel = Vessel.named("Aurora");

    @Test
    void text_is_kept_without_white_space_around_it_and_has_none_of_what_breaks_lines() {
        assertThat(Vessel.named("\u00A0 Aurora\t").get(Vessel.NAME)).isEqualTo("Aurora");
        assertInvalid(Vessel.NAME, "two\nlines");
        assertInvalid(Vessel.NAME, "  ");
        assertInvalid(Vessel.NAME, "\uD83D");
        assertInvalid(Vessel.NAME, "nul\0");
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(vessel.with(Vessel.IMO, "\uD83D\uDEA2".repeat(10)).get(Vessel.IMO))
                .hasSize(20);
        assertInvalid(Vessel.IMO, "\uD83D\uDEA2".repeat(11));
    }

    @Test
    void a_key_is_kept_composed_and_found_however_it_is_spelled() {
        assertThat(vessel.with(Vessel.IMO, "e\u0301")).isEqualTo(vessel.with(Vessel.IMO, "é"));
        assertThat(Vessel.IMO.is("e\u0301")).isEqualTo(Vessel.IMO.is("é"));
        assertThat(Vessel.IMO.startsWith("e\u0301")).isEqualTo(Vessel.IMO.startsWith("é"));
        assertThat(Vessel.NAME.startsWith("e\u0301")).isEqualTo(Vessel.NAME.startsWith("é"));
    }

    @Test
    void a_decimal_is_exact_at_its_scale_and_has_18_digits() {
        assertThat(vessel.with(Vessel.DRAUGHT, new BigDecimal("1E+1")).get(Vessel.DRAUGHT))
                .isEqualTo(new BigDecimal("10.00"));
        assertThat(vessel.with(Vessel.DRAUGHT, new BigDecimal("0E+99")).get(Vessel.DRAUGHT))
                .isEqualTo(new BigDecimal("0.00"));
        assertThat(vessel.with(Vessel.DRAUGHT, new BigDecimal("1.500000")).get(Vessel.DRAUGHT))
                .isEqualTo(new BigDecimal("1.50"));
        assertThat(vessel.with(Vessel.DRAUGHT, new BigDecimal("9999999999999999.99"))
                        .get(Vessel.DRAUGHT))
                .isNotNull();
        assertInvalid(Vessel.DRAUGHT, new BigDecimal("1.001"));
        assertInvalid(Vessel.DRAUGHT, new BigDecimal("10000000000000000"));
    }

    @Test
    void a_decimal_of_a_billion_digits_is_refused_at_once() {
        assertInvalid(Vessel.DRAUGHT, new BigDecimal("1E+999999999"));
        assertInvalid(Vessel.DRAUGHT, new BigDecimal("1E-999999999"));
        assertThatThrownBy(() -> Vessel.DRAUGHT.above(new BigDecimal("1E+999999999")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_real_is_finite_and_minus_zero_is_zero() {
        assertThat(vessel.with(Vessel.SPEED, -0.0)).isEqualTo(vessel.with(Vessel.SPEED, 0.0));
        assertInvalid(Vessel.SPEED, Double.NaN);
        assertInvalid(Vessel.SPEED, Double.NEGATIVE_INFINITY);
    }

    @Test
    void times_lie_in_the_years_1_to_9999() {
        assertThat(vessel.with(Vessel.LAST_SEEN, Instant.parse("9999-12-31T23:59:59.999999999Z"))
                        .get(Vessel.LAST_SEEN))
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
        assertInvalid(Vessel.LAST_SEEN, Instant.parse("+10000-01-01T00:00:00Z"));
        assertInvalid(Vessel.LAST_SEEN, Instant.parse("0000-12-31T23:59:59Z"));
        assertInvalid(Vessel.BUILT, LocalDate.of(10_000, 1, 1));
        assertInvalid(Vessel.BUILT, LocalDate.of(0, 12, 31));
    }

    @Test
    void money_has_14_digits_before_the_point() {
        assertThat(vessel.with(Vessel.CHARTER, Money.parse("EUR 99999999999999.99"))
                        .find(Vessel.CHARTER))
                .isPresent();
        assertInvalid(Vessel.CHARTER, Money.parse("EUR 100000000000000.00"));
    }

    @Test
    void money_of_a_currency_with_more_than_four_decimal_places_is_refused() {
        CurrencyUnit fine = CurrencyUnit.registerCurrency("XTF", -1, 6, List.of(), true);

        assertInvalid(Vessel.CHARTER, Money.of(fine, new BigDecimal("0.000001")));
    }

    @Test
    void a_set_has_at_most_a_thousand_elements_and_no_null_among_them() {
        Set<String> tooMany = new HashSet<>();
        for (int i = 0; i <= 1000; i++) {
            tooMany.add("t" + i);
        }
        assertInvalid(Vessel.FLAGS, tooMany);
        assertInvalid(Vessel.FLAGS, new HashSet<>(Collections.singleton(null)));
        assertInvalid(Vessel.FLAGS, Set.of("x".repeat(21)));
    }

    @Test
    void a_coded_value_has_to_have_a_code_that_fits() {
        EntityTypeBuilder<Vessel> extend = Vessel.TYPE.extend();
        CodedField<Vessel, Locale> locale = extend.coded("locale", Locale::code, Locale::new);

        assertThat(vessel.with(locale, new Locale("nb")).find(locale)).isPresent();
        assertInvalid(locale, new Locale(null));
        assertInvalid(locale, new Locale("x".repeat(65)));
        assertInvalid(locale, new Locale("\uDC00"));
    }

    private record Locale(String code) {}

    @Test
    void a_list_has_a_limit_and_no_null_in_it() {
        List<Vessel.Berth> tooMany = Collections.nCopies(51, berth("Bergen"));
        assertInvalid(Vessel.BERTHS, tooMany);

        InvalidException e = catchThrowableOfType(
                InvalidException.class, () -> vessel.with(Vessel.BERTHS, Arrays.asList(berth("Bergen"), null)));
        assertThat(e.violations())
                .containsExactly(new Violation("berths[1]", ViolationCode.REQUIRED, "must not be null"));
    }

    @Test
    void text_inside_a_structured_value_is_checked_too_and_told_by_its_path() {
        Vessel wrong = vessel.with(Vessel.BERTHS, List.of(berth("Bergen"), berth("half \uD83D"), berth("nul\0")));

        assertThat(Vessel.TYPE.validate(wrong))
                .containsExactly(
                        new Violation(
                                "berths[1].port", ViolationCode.CHARACTER, "must not contain an unpaired surrogate"),
                        new Violation("berths[2].port", ViolationCode.CHARACTER, "must not contain NUL"));
    }

    @Test
    void a_structured_value_that_nests_too_deep_is_invalid() {
        EntityTypeBuilder<Vessel> extend = Vessel.TYPE.extend();
        BodyField<Vessel, Doll> doll = extend.structured("doll", Doll.class);
        EntityType<Vessel> type = extend.build();
        Doll deep = new Doll(null);
        for (int i = 0; i < 150; i++) {
            deep = new Doll(deep);
        }

        assertThat(type.validate(vessel.with(doll, deep)))
                .containsExactly(
                        new Violation("doll", ViolationCode.TOO_MANY, "nests deeper than 100").with("max", 100));
    }

    public record Doll(Doll inner) {}

    @Test
    void a_change_of_what_was_given_changes_nothing() {
        Set<String> flags = new HashSet<>(Set.of("NO"));
        List<Vessel.Berth> berths = new ArrayList<>(List.of(berth("Bergen")));
        Vessel before = vessel.with(Vessel.FLAGS, flags).with(Vessel.BERTHS, berths);

        flags.add("MT");
        berths.clear();

        assertThat(before.get(Vessel.FLAGS)).containsExactly("NO");
        assertThat(before.get(Vessel.BERTHS)).hasSize(1);
    }

    @Test
    void null_takes_a_value_away() {
        assertThat(vessel.with(Vessel.TONNAGE, 1L).with(Vessel.TONNAGE, null)).isEqualTo(vessel);
        assertThat(vessel.with(Vessel.TONNAGE, 1L).without(Vessel.TONNAGE)).isEqualTo(vessel);
    }

    @Test
    void what_is_required_of_a_record_is_an_error_of_the_program_where_it_is_missing() {
        assertThatThrownBy(() -> vessel.require(Vessel.TONNAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Vessel has no tonnage");
        assertThat(vessel.getOrDefault(Vessel.TONNAGE, 7L)).isEqualTo(7L);
    }

    @Test
    void a_message_says_what_is_wrong_once() {
        InvalidException e = catchThrowableOfType(InvalidException.class, () -> vessel.with(Vessel.IMO, " "));

        assertThat(e).hasMessage("vessel is invalid: imo: must not be blank");
    }

    private <V> void assertInvalid(Field<Vessel, V> field, V value) {
        assertThatThrownBy(() -> vessel.with(field, value))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .extracting(Violation::path)
                                .isEqualTo(field.name()));
    }

    private static Vessel.Berth berth(String port) {
        return new Vessel.Berth(port, LocalDate.of(2026, 1, 1), Money.parse("EUR 1"));
    }
}
