package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers come from the ranges that regulators keep free for fiction. */
class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "020 7946 0018, GB, +442079460018",
        "(020) 7946-0018, GB, +442079460018",
        "+44 20 7946 0018, US, +442079460018",
        "(212) 555-0123, US, +12125550123",
        "212-555-0123 ext. 42, US, +12125550123;ext=42",
        "00 44 20 7946 0018, DE, +442079460018",
        "06 1234 5678, IT, +390612345678",
    })
    void the_key_is_e164(String number, String region, String key) {
        ContactPoint phone = ContactPoint.phone(number, Country.of(region));
        assertThat(phone.key()).isEqualTo(key);
        assertThat(phone.original()).isEqualTo(number);
    }

    @Test
    void an_international_number_needs_no_region() {
        assertThat(ContactPoint.phone("+44 (0)20 7946 0018").key()).isEqualTo("+442079460018");
    }

    @Test
    void digits_of_other_scripts_are_digits() {
        assertThat(ContactPoint.phone("+٤٤٢٠٧٩٤٦٠٠١٨").key()).isEqualTo("+442079460018");
    }

    @Test
    void a_national_number_without_a_region_is_refused() {
        assertThatThrownBy(() -> ContactPoint.phone("020 7946 0018"))
                .hasMessage("phone must be a number that starts with +, got INVALID_COUNTRY_CODE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "123", "0", "020 7946 0018 020 7946 0018"})
    void what_can_not_be_a_number_there_is_refused(String text) {
        assertThatThrownBy(() -> ContactPoint.phone(text, Country.of("GB")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_message_and_its_cause_keep_the_number_to_themselves() {
        assertThatThrownBy(() -> ContactPoint.phone("0207946", Country.of("US")))
                .hasMessageNotContaining("7946")
                .hasNoCause();
    }

    @Test
    void a_stored_number_needs_no_region_again() {
        ContactPoint phone = ContactPoint.phone("020 7946 0018", Country.of("GB"));
        assertThat(new ContactPoint(phone.kind(), phone.original(), phone.key(), ContactPurpose.ANY, false, false))
                .isEqualTo(phone);
    }
}
