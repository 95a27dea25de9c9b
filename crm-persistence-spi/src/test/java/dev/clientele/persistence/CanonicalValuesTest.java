package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanonicalValuesTest {

    private static final DeclaredField NAME = DeclaredField.text("name", 3);
    private static final DeclaredField TAGS = DeclaredField.textSet("tags", 3);
    private static final DeclaredField AMOUNT = DeclaredField.decimal("amount", 2);

    @Test
    void text_is_limited_in_code_points() {
        assertThat(CanonicalValues.value(NAME, "\uD83D\uDE00".repeat(3))).isEqualTo("\uD83D\uDE00".repeat(3));
        refused(NAME, "abcd", "4 code points");
        refused(NAME, "\uD83D\uDE00".repeat(4), "4 code points");
    }

    @Test
    void nul_and_unpaired_surrogates_are_refused() {
        refused(NAME, "a\0", "NUL");
        refused(NAME, "\uD83D", "surrogate");
        refused(NAME, "\uDE00\uD83D", "surrogate");
        refused(NAME, "\uD83D\uD83D", "surrogate");
        refused(TAGS, Set.of("\uDE00"), "surrogate");
    }

    @Test
    void an_empty_text_set_is_no_value_and_a_set_has_at_most_a_thousand_elements() {
        assertThat(CanonicalValues.value(TAGS, Set.of())).isNull();
        refused(TAGS, Set.of("abcd"), "4 code points");
        refused(TAGS, Set.of(1), "Integer");
        Set<String> many = IntStream.range(0, 1001).mapToObj(Integer::toString).collect(Collectors.toSet());
        refused(DeclaredField.textSet("tags", 9), many, "1001 elements");
    }

    @Test
    void a_set_of_one_text_is_kept_as_it_is_unless_somebody_could_change_it() {
        Set<String> one = Set.of("abc");
        Set<String> open = new HashSet<>(one);

        assertThat(CanonicalValues.value(TAGS, one)).isSameAs(one);
        assertThat(CanonicalValues.value(TAGS, open)).isEqualTo(one).isNotSameAs(open);
    }

    @Test
    void decimals_get_their_scale_and_are_never_rounded() {
        assertThat(CanonicalValues.value(AMOUNT, new BigDecimal("1"))).isEqualTo(new BigDecimal("1.00"));
        assertThat(CanonicalValues.value(AMOUNT, new BigDecimal("1.000"))).isEqualTo(new BigDecimal("1.00"));
        refused(AMOUNT, new BigDecimal("1.001"), "2 digits after the point");
        refused(AMOUNT, new BigDecimal("99999999999999999"), "16 digits before the point");
        assertThat(CanonicalValues.value(AMOUNT, new BigDecimal("9999999999999999.99")))
                .isEqualTo(new BigDecimal("9999999999999999.99"));
    }

    @Test
    void a_decimal_of_a_huge_exponent_is_refused_without_being_written_out() {
        refused(AMOUNT, new BigDecimal("1E+999999999"), "16 digits before the point");
        refused(AMOUNT, new BigDecimal("-1E-999999999"), "2 digits after the point");
        assertThat(CanonicalValues.value(AMOUNT, new BigDecimal("0E+999999999")))
                .isEqualTo(new BigDecimal("0.00"));
        assertThat(CanonicalValues.value(AMOUNT, new BigDecimal("0E-999999999")))
                .isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void reals_are_finite_and_have_one_zero() {
        DeclaredField real = DeclaredField.of("score", FieldType.REAL);

        assertThat(CanonicalValues.value(real, -0.0)).isEqualTo(0.0);
        refused(real, Double.NaN, "finite");
        refused(real, Double.POSITIVE_INFINITY, "finite");
    }

    @Test
    void instants_are_cut_to_the_microsecond_towards_the_past() {
        DeclaredField at = DeclaredField.of("at", FieldType.INSTANT);

        assertThat(CanonicalValues.value(at, Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(CanonicalValues.value(at, Instant.parse("9999-12-31T23:59:59.999999999Z")))
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
        refused(at, Instant.parse("0000-12-31T23:59:59.999999999Z"), "0001 to 9999");
        refused(at, Instant.MAX, "0001 to 9999");
    }

    @Test
    void dates_lie_in_four_digit_years() {
        DeclaredField day = DeclaredField.of("day", FieldType.DATE);

        assertThat(CanonicalValues.value(day, LocalDate.of(1, 1, 1))).isEqualTo(LocalDate.of(1, 1, 1));
        refused(day, LocalDate.of(0, 12, 31), "0001 to 9999");
        refused(day, LocalDate.of(10000, 1, 1), "0001 to 9999");
    }

    @Test
    void a_value_of_another_type_is_refused_by_its_type_never_its_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalValues.value(DeclaredField.of("n", FieldType.INTEGER), "secret"))
                .withMessageContaining("takes a Long, got a String")
                .withMessageNotContaining("secret");
        refused(DeclaredField.of("n", FieldType.INTEGER), 5, "Integer");
        refused(DeclaredField.of("b", FieldType.BOOLEAN), "true", "Boolean");
    }

    private static void refused(DeclaredField field, Object value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalValues.value(field, value))
                .withMessageContaining(reason);
    }
}
