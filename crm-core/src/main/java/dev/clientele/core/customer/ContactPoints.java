package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contact points of one customer: no two that match, and at most one primary of each kind.
 *
 * <p>The order is the one in which they were added. Immutable and thread-safe.
 *
 * @param points all of them, unmodifiable
 */
public record ContactPoints(List<ContactPoint> points) implements Iterable<ContactPoint> {
    /** The most contact points that one customer may have. */
    public static final int MAX_POINTS = 200;

    private static final ContactPoints NONE = new ContactPoints(List.of());

    /**
     * Checks and copies.
     *
     * @throws InvalidValueException if two match, two of a kind are primary, or there are more than {@link #MAX_POINTS}
     */
    public ContactPoints {
        points = List.copyOf(points);
        if (points.size() > MAX_POINTS) {
            throw InvalidValueException.tooMany("contact points", MAX_POINTS, points.size());
        }
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireCompatible(points.get(j), points.get(i));
            }
        }
    }

    /** No contact points. */
    public static ContactPoints none() {
        return NONE;
    }

    /** Returns these contact points, in this order. */
    public static ContactPoints of(ContactPoint... points) {
        return new ContactPoints(List.of(points));
    }

    /**
     * These and one more. If one matches it, the new one takes its place in the order; if the new one is primary, no other
     * of its kind is any longer.
     */
    public ContactPoints plus(ContactPoint point) {
        Objects.requireNonNull(point, "point");
        List<ContactPoint> result = new ArrayList<>();
        boolean placed = false;
        for (ContactPoint present : points) {
            if (present.matches(point)) {
                result.add(point);
                placed = true;
            } else {
                boolean yields = point.primary() && present.kind() == point.kind();
                result.add(yields ? present.withPrimary(false) : present);
            }
        }
        if (!placed) {
            result.add(point);
        }
        return new ContactPoints(result);
    }

    /** Returns these without those that match a contact point; the same if none does. */
    public ContactPoints minus(ContactPoint point) {
        return new ContactPoints(
                points.stream().filter(present -> !present.matches(point)).toList());
    }

    /**
     * These and those of another record of the same customer. Where two match, the one here stays; a primary here stays the
     * only one of its kind.
     */
    public ContactPoints mergedWith(ContactPoints others) {
        ContactPoints result = this;
        for (ContactPoint other : others) {
            if (points.stream().noneMatch(other::matches)) {
                boolean yields = result.ofKind(other.kind()).anyMatch(ContactPoint::primary);
                result = result.plus(yields ? other.withPrimary(false) : other);
            }
        }
        return result;
    }

    /** Returns the contact points of a kind, in order. */
    public Stream<ContactPoint> ofKind(ContactPointKind kind) {
        Objects.requireNonNull(kind, "kind");
        return points.stream().filter(point -> point.kind() == kind);
    }

    /** The one of a kind to use: the primary, or the first if none is; empty if there is none of the kind. */
    public Optional<ContactPoint> preferred(ContactPointKind kind) {
        return ofKind(kind)
                .filter(ContactPoint::primary)
                .findFirst()
                .or(() -> ofKind(kind).findFirst());
    }

    /** Returns true if there is none. */
    public boolean isEmpty() {
        return points.isEmpty();
    }

    @Override
    public Iterator<ContactPoint> iterator() {
        return points.iterator();
    }

    /** The contact points, each masked. */
    @Override
    public String toString() {
        return "ContactPoints" + points;
    }

    private static void requireCompatible(ContactPoint earlier, ContactPoint later) {
        if (earlier.matches(later)) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.REPEATED,
                    "contact points must differ, got the same " + later.kind().word() + " twice");
        }
        if (earlier.primary() && later.primary() && earlier.kind() == later.kind()) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.REPEATED,
                    "contact points must have at most one primary of a kind, got two of "
                            + later.kind().word());
        }
    }
}
