package dev.clientele.core.customer;

import static dev.clientele.core.customer.ConsentChannel.EMAIL;
import static dev.clientele.core.customer.ConsentChannel.EVERY;
import static dev.clientele.core.customer.ConsentChannel.POST;
import static dev.clientele.core.customer.ConsentPurpose.MARKETING;
import static dev.clientele.core.customer.ConsentPurpose.ORDER_UPDATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentRecordTest {
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-01T00:00:00Z");
    private static final Consent GIVEN = Consent.given(MARKETING, EMAIL, MAY, "form");

    @Test
    void where_nothing_was_said_nothing_is_permitted() {
        assertThat(ConsentRecord.empty().permits(MARKETING, EMAIL, JUNE)).isFalse();
        assertThat(ConsentRecord.empty().findDecisive(MARKETING, EMAIL, JUNE)).isEmpty();
    }

    @Test
    void consent_counts_from_the_instant_it_was_given_and_not_before() {
        ConsentRecord record = ConsentRecord.of(GIVEN);
        assertThat(record.permits(MARKETING, EMAIL, MAY)).isTrue();
        assertThat(record.permits(MARKETING, EMAIL, MAY.minusNanos(1))).isFalse();
    }

    @Test
    void it_counts_for_its_purpose_and_channel_alone() {
        ConsentRecord record = ConsentRecord.of(GIVEN);
        assertThat(record.permits(MARKETING, POST, JUNE)).isFalse();
        assertThat(record.permits(ORDER_UPDATES, EMAIL, JUNE)).isFalse();
    }

    @Test
    void the_latest_word_decides_and_the_past_stays_what_it_was() {
        ConsentRecord record = ConsentRecord.of(GIVEN).plus(Consent.withdrawn(MARKETING, EMAIL, JUNE, "link"));
        assertThat(record.permits(MARKETING, EMAIL, JUNE.minusNanos(1))).isTrue();
        assertThat(record.permits(MARKETING, EMAIL, JUNE)).isFalse();
        assertThat(record.plus(Consent.given(MARKETING, EMAIL, JULY, "form")).permits(MARKETING, EMAIL, JULY))
                .isTrue();
    }

    @Test
    void withdrawing_every_channel_withdraws_each() {
        ConsentRecord record = ConsentRecord.of(GIVEN, Consent.withdrawn(MARKETING, EVERY, JUNE, "call"));
        assertThat(record.permits(MARKETING, EMAIL, JULY)).isFalse();
    }

    @Test
    void withdrawal_outweighs_another_lawful_basis() {
        ConsentRecord record = ConsentRecord.of(
                GIVEN.withBasis(LawfulBasis.LEGITIMATE_INTEREST), Consent.withdrawn(MARKETING, EMAIL, JUNE, "call"));
        assertThat(record.permits(MARKETING, EMAIL, JULY)).isFalse();
    }

    @Test
    void at_the_same_instant_the_more_restrictive_word_decides() {
        ConsentRecord record = ConsentRecord.of(Consent.denied(MARKETING, EMAIL, MAY, "form"), GIVEN);
        assertThat(record.permits(MARKETING, EMAIL, JUNE)).isFalse();
        assertThat(ConsentRecord.of(GIVEN.withExpiry(JUNE), GIVEN).permits(MARKETING, EMAIL, JULY))
                .isFalse();
    }

    @Test
    void consent_expires() {
        ConsentRecord record = ConsentRecord.of(GIVEN.withExpiry(JUNE));
        assertThat(record.permits(MARKETING, EMAIL, JUNE.minusNanos(1))).isTrue();
        assertThat(record.permits(MARKETING, EMAIL, JUNE)).isFalse();
    }

    @Test
    void an_expired_consent_does_not_bring_back_the_one_before() {
        ConsentRecord record = ConsentRecord.of(
                GIVEN,
                Consent.given(MARKETING, EMAIL, MAY.plusSeconds(1), "form").withExpiry(JUNE));
        assertThat(record.permits(MARKETING, EMAIL, JULY)).isFalse();
    }

    @Test
    void the_deciding_word_can_be_shown() {
        Consent proved = GIVEN.withEvidence("double opt-in 4711");
        assertThat(ConsentRecord.of(proved).findDecisive(MARKETING, EMAIL, JUNE))
                .hasValue(proved);
    }

    @Test
    void a_question_is_about_one_channel() {
        assertThatThrownBy(() -> ConsentRecord.empty().permits(MARKETING, EVERY, MAY))
                .hasMessage("channel must be one means, got EVERY");
    }

    @Test
    void only_a_consent_given_expires_and_only_later() {
        assertThatThrownBy(() -> GIVEN.withExpiry(MAY)).hasMessageStartingWith("expiresAt must be after at");
        assertThatThrownBy(() -> Consent.denied(MARKETING, EMAIL, MAY, "form").withExpiry(JUNE))
                .hasMessageStartingWith("expiresAt must be after at");
    }

    @Test
    void to_string_hides_source_and_evidence() {
        assertThat(GIVEN.withEvidence("secret").withExpiry(JUNE))
                .hasToString("Consent[marketing by EMAIL GIVEN at 2025-05-01T00:00:00Z until 2025-06-01T00:00:00Z,"
                        + " CONSENT, ***]");
    }
}
