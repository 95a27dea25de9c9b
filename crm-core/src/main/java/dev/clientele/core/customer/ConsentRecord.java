package dev.clientele.core.customer;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a customer ever said about being contacted, and the question whether contact is allowed.
 *
 * <p>Contact needs a reason: where nothing was said, it isn't allowed. For a purpose and a channel the latest word by the
 * instant asked about decides, whatever its lawful basis; a word about every channel counts for each. Of two words at the
 * same instant the more restrictive decides, and of two that were given, the one that expires earlier. So the answer
 * depends on what was said and when, not on the order in which it arrived, and two records can be merged.
 *
 * <p>Nothing is ever removed: an answer about the past stays what it was, unless older words arrive late. Immutable and
 * thread-safe.
 *
 * @param history all that was said, each once, by time and then in a fixed order; unmodifiable
 */
public record ConsentRecord(List<Consent> history) {
    private static final Comparator<Instant> NEVER_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /**
     * By weight: what is said later, and at the same instant what restricts more, is greater. The rest only makes the order
     * of the history independent of arrival.
     */
    private static final Comparator<Consent> PRECEDENCE = Comparator.comparing(Consent::at)
            .thenComparing(Consent::status)
            .thenComparing(Consent::expiresAt, NEVER_LAST.reversed())
            .thenComparing(Consent::basis)
            .thenComparing(Consent::channel)
            .thenComparing(consent -> consent.purpose().name())
            .thenComparing(Consent::source)
            .thenComparing(Consent::evidence);

    private static final ConsentRecord EMPTY = new ConsentRecord(List.of());

    /** Puts the history in order and drops exact repetitions. */
    public ConsentRecord {
        Set<Consent> once = new LinkedHashSet<>(history);
        history = once.stream().sorted(PRECEDENCE).toList();
    }

    /** Nothing said yet: nothing is permitted. */
    public static ConsentRecord empty() {
        return EMPTY;
    }

    /** A record of these words. */
    public static ConsentRecord of(Consent... said) {
        return new ConsentRecord(List.of(said));
    }

    /** The record with one more word; words may arrive late. */
    public ConsentRecord plus(Consent said) {
        return plus(new ConsentRecord(List.of(said)));
    }

    /** Returns a record of the consents in both. */
    public ConsentRecord plus(ConsentRecord other) {
        Set<Consent> both = new LinkedHashSet<>(history);
        both.addAll(other.history);
        return new ConsentRecord(List.copyOf(both));
    }

    /**
     * Whether a customer may be contacted for a purpose by a means at an instant.
     *
     * @param channel one means; not {@link ConsentChannel#EVERY}
     * @throws IllegalArgumentException if asked about every channel at once
     */
    public boolean permits(ConsentPurpose purpose, ConsentChannel channel, Instant at) {
        return findDecisive(purpose, channel, at)
                .filter(consent -> consent.allowsAt(at))
                .isPresent();
    }

    /**
     * The word that decides the same question, for whoever must show why; empty if nothing was said by then.
     *
     * @param channel one means; not {@link ConsentChannel#EVERY}
     * @throws IllegalArgumentException if asked about every channel at once
     */
    public Optional<Consent> findDecisive(ConsentPurpose purpose, ConsentChannel channel, Instant at) {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(at, "at");
        if (channel == ConsentChannel.EVERY) {
            throw new IllegalArgumentException("channel must be one means, got EVERY");
        }
        return history.stream()
                .filter(consent -> consent.purpose().equals(purpose)
                        && consent.channel().includes(channel)
                        && !consent.at().isAfter(at))
                .max(PRECEDENCE);
    }

    /** The words, without sources and evidence. */
    @Override
    public String toString() {
        return "ConsentRecord" + history;
    }
}
