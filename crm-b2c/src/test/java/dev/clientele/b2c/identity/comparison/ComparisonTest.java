package dev.clientele.b2c.identity.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static String level(AttributeKind kind, String a, String b) {
        ValueComparison comparison = ValueComparison.of(kind);
        ComparedValue one = Objects.requireNonNull(comparison.prepare(a));
        ComparedValue other = Objects.requireNonNull(comparison.prepare(b));
        return comparison.levels().get(comparison.level(one, other));
    }

    @Test
    void names_differ_by_a_slip_a_sound_or_a_part() {
        assertThat(level(AttributeKind.GIVEN, "Élodie", "elodie")).isEqualTo("equal");
        assertThat(level(AttributeKind.GIVEN, "michael", "micheal")).isEqualTo("one slip");
        assertThat(level(AttributeKind.FAMILY, "stephenson", "stevenson")).isEqualTo("alike");
        assertThat(level(AttributeKind.GIVEN, "j", "john")).isEqualTo("part of the other");
        assertThat(level(AttributeKind.GIVEN, "maria", "ana maria")).isEqualTo("part of the other");
        assertThat(level(AttributeKind.FAMILY, "smith", "nguyen")).isEqualTo("different");
        assertThat(level(AttributeKind.FAMILY, "王", "李")).isEqualTo("different");
    }

    @Test
    void dates_are_compared_by_digits_and_parts_in_any_writing() {
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "01/03/1984")).isEqualTo("equal");
        assertThat(level(AttributeKind.BIRTHDATE, "19840301", "1 March 1984")).isEqualTo("equal");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1984-01-03")).isEqualTo("slip or swap");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1948-03-01")).isEqualTo("slip or swap");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1984-03-25")).isEqualTo("two parts equal");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1984")).isEqualTo("two parts equal");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1985-07-22")).isEqualTo("year near");
        assertThat(level(AttributeKind.BIRTHDATE, "1984-03-01", "1951-11-17")).isEqualTo("different");
    }

    @Test
    void telephone_numbers_are_the_same_with_and_without_country_code() {
        assertThat(level(AttributeKind.PHONE, "+44 20 7946 0958", "(020) 7946-0958"))
                .isEqualTo("equal");
        assertThat(level(AttributeKind.PHONE, "212/555-1234", "212-555-1243")).isEqualTo("one slip");
        assertThat(level(AttributeKind.PHONE, "212/555-1234", "345-555-1234")).isEqualTo("same last six digits");
    }

    @Test
    void a_number_in_a_mailbox_tells_namesakes_apart() {
        assertThat(level(AttributeKind.EMAIL, "ana.lima7@example.com", "ana.lima@example.com"))
                .isEqualTo("alike");
        assertThat(level(AttributeKind.EMAIL, "ana.lima7@example.com", "ana.lma7@example.com"))
                .isEqualTo("one slip");
        assertThat(level(AttributeKind.EMAIL, "ana.lima7@example.com", "ana.lima7@example.co"))
                .isEqualTo("one slip");
    }

    @Test
    void words_may_be_contracted() {
        assertThat(level(AttributeKind.STREET, "7747 Ventura Blvd.", "7747 Ventura Boulevard"))
                .isEqualTo("same words or a slip");
        assertThat(level(AttributeKind.STREET, "12 Mill Rd", "12 Mill Road (between 3rd and 4th)"))
                .isEqualTo("one within the other");
        assertThat(level(AttributeKind.STREET, "12 St Helens", "12 Sea Helmets"))
                .isNotEqualTo("same words or a slip");
    }

    @Test
    void e_mail_addresses_share_a_mailbox_across_domains() {
        assertThat(level(AttributeKind.EMAIL, "Ana.Lima@example.com", "ana.lima@example.org"))
                .isEqualTo("same mailbox elsewhere");
        assertThat(level(AttributeKind.EMAIL, "ana.lima@example.com", "ana.lma@example.com"))
                .isEqualTo("one slip");
    }

    @Test
    void words_are_compared_in_any_order_and_numbers_exactly() {
        assertThat(level(AttributeKind.NAME, "Lima, Ana Maria", "Ana Maria Lima"))
                .isEqualTo("same words or a slip");
        assertThat(level(AttributeKind.NAME, "art's deli", "art's delicatessen"))
                .isEqualTo("same words or a slip");
        assertThat(level(AttributeKind.STREET, "12 high street", "12 high street flat 4"))
                .isEqualTo("one within the other");
        assertThat(level(AttributeKind.STREET, "435 s. la cienega blvd.", "9 oak lane"))
                .isEqualTo("different");
    }

    @Test
    void quantities_are_compared_by_distance() {
        assertThat(level(AttributeKind.QUANTITY, "41", "42")).isEqualTo("within one or one in a hundred");
        assertThat(level(AttributeKind.QUANTITY, "41", "41.0")).isEqualTo("equal");
        assertThat(level(AttributeKind.QUANTITY, "41", "70")).isEqualTo("different");
    }

    @Test
    void what_says_nothing_is_missing() {
        assertThat(ValueComparison.of(AttributeKind.GIVEN).prepare("?")).isNull();
        assertThat(ValueComparison.of(AttributeKind.EMAIL).prepare("@")).isNull();
        assertThat(ValueComparison.of(AttributeKind.PHONE).prepare("12")).isNull();
        assertThat(ValueComparison.of(AttributeKind.BIRTHDATE).prepare("soon")).isNull();
        assertThat(ValueComparison.of(AttributeKind.QUANTITY).prepare("many")).isNull();
    }

    @Test
    void a_kind_is_found_by_its_label_and_an_unknown_one_names_those_there_are() {
        assertThat(AttributeKind.ofLabel("Family")).isEqualTo(AttributeKind.FAMILY);
        assertThatThrownBy(() -> AttributeKind.ofLabel("shoe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("given, family");
    }
}
