package dev.clientele.b2c.identity.survivorship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An element of a list or set, with what records say of it. Not thread-safe. */
final class Element<E> {

    private final String identity;
    private final List<Candidate<E>> candidates = new ArrayList<>();
    private boolean deniedVerification;

    Element(String identity) {
        this.identity = identity;
    }

    String identity() {
        return identity;
    }

    String digest() {
        return Digests.of(identity);
    }

    void add(Candidate<E> candidate) {
        candidates.add(candidate);
    }

    List<Candidate<E>> candidates() {
        return candidates;
    }

    int records() {
        Set<String> records = new HashSet<>();
        candidates.forEach(each -> records.add(each.record().key()));
        return records.size();
    }

    /** Puts what counts first. */
    void sort(Comparator<Candidate<?>> order) {
        candidates.sort(order);
    }

    Candidate<E> best() {
        return candidates.get(0);
    }

    E value() {
        return Objects.requireNonNull(best().value());
    }

    boolean isByHand() {
        return candidates.stream().anyMatch(Candidate::isByHand);
    }

    Instant recency(ElementForm<E> form) {
        Instant latest = Instant.MIN;
        for (Candidate<E> each : candidates) {
            Instant at = form.recency(Objects.requireNonNull(each.value()), each.at());
            latest = at.isAfter(latest) ? at : latest;
        }
        return latest;
    }

    void denyVerification() {
        deniedVerification = true;
    }

    /** Returns whether a record has it verified, and nobody has said that it isn't. */
    boolean isVerified() {
        return !deniedVerification && candidates.stream().anyMatch(Candidate::verified);
    }
}
