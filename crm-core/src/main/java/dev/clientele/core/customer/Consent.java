package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.PersonalDataMask;
import dev.clientele.core.text.TextRule;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing said about contacting a customer: by giving, denying or withdrawing, for a purpose and a channel, at an
 * instant. It is never changed; what is said later is another {@code Consent}, and {@link ConsentRecord} weighs them.
 *
 * <p>Immutable and thread-safe. Source and evidence may hold personal data and are masked in {@link #toString}.
 *
 * @param purpose what for
 * @param channel by which means; {@link ConsentChannel#EVERY} for all
 * @param basis why contact is lawful while this stands; of a denial or withdrawal, the basis that it ends
 * @param status what was said
 * @param at when it was said
 * @param expiresAt the instant from which a consent given no longer counts, or null if it lasts; only with
 *     {@link ConsentStatus#GIVEN}, and after {@code at}
 * @param source where it was said, such as {@code newsletter form}; one line of at most 200 code points
 * @param evidence what proves it, such as the wording and the confirmation's number; at most 4,000 code points, may be
 *     empty
 */
public record Consent(
        ConsentPurpose purpose,
        ConsentChannel channel,
        LawfulBasis basis,
        ConsentStatus status,
        Instant at,
        @Nullable Instant expiresAt,
        String source,
        String evidence) {
    private static final TextRule SOURCE = TextRule.line(200);
    private static final TextRule EVIDENCE = TextRule.body(4000);

    /** Checks texts and times. */
    public Consent {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        source = SOURCE.check("source", source);
        evidence = EVIDENCE.check("evidence", evidence);
        if (expiresAt != null && (status != ConsentStatus.GIVEN || !expiresAt.isAfter(at))) {
            throw new InvalidValueException(
                    "expiresAt",
                    ViolationCode.ORDER,
                    "must be after at and only of a consent given, got " + expiresAt + " with " + status + " at " + at);
        }
    }

    /** Consent given, that lasts until it is withdrawn. */
    public static Consent given(ConsentPurpose purpose, ConsentChannel channel, Instant at, String source) {
        return create(purpose, channel, ConsentStatus.GIVEN, at, source);
    }

    /** Consent refused. */
    public static Consent denied(ConsentPurpose purpose, ConsentChannel channel, Instant at, String source) {
        return create(purpose, channel, ConsentStatus.DENIED, at, source);
    }

    /** Consent withdrawn, or an objection. */
    public static Consent withdrawn(ConsentPurpose purpose, ConsentChannel channel, Instant at, String source) {
        return create(purpose, channel, ConsentStatus.WITHDRAWN, at, source);
    }

    private static Consent create(
            ConsentPurpose purpose, ConsentChannel channel, ConsentStatus status, Instant at, String source) {
        return new Consent(purpose, channel, LawfulBasis.CONSENT, status, at, null, source, "");
    }

    /** Returns a copy on another lawful basis. */
    public Consent withBasis(LawfulBasis newBasis) {
        return new Consent(purpose, channel, newBasis, status, at, expiresAt, source, evidence);
    }

    /** Returns a copy that expires at an instant. */
    public Consent withExpiry(Instant expiry) {
        return new Consent(purpose, channel, basis, status, at, expiry, source, evidence);
    }

    /** Returns a copy with evidence. */
    public Consent withEvidence(String proof) {
        return new Consent(purpose, channel, basis, status, at, expiresAt, source, proof);
    }

    /** Returns true if this consent alone allows contact at an instant: given by then, and not expired. */
    boolean allowsAt(Instant instant) {
        return status == ConsentStatus.GIVEN
                && !at.isAfter(instant)
                && (expiresAt == null || instant.isBefore(expiresAt));
    }

    /** Everything but source and evidence. */
    @Override
    public String toString() {
        return "Consent[" + purpose + " by " + channel + " " + status + " at " + at
                + (expiresAt == null ? "" : " until " + expiresAt) + ", " + basis + ", " + PersonalDataMask.MASK + "]";
    }
}
