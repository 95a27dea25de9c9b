package dev.clientele.b2b.account;

import dev.clientele.core.customer.ContactKeys;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The invariants of contact points, and of the columns of accounts, contacts and leads that follow from them. Pure functions. */
public final class ContactPointRules {

    private ContactPointRules() {}

    /** Returns the normalised form of the preferred e-mail address, or null if there is none. */
    public static @Nullable String email(ContactPoints points) {
        return points.preferred(ContactPointKind.EMAIL).map(ContactPoint::key).orElse(null);
    }

    /**
     * Returns the violations of contact points, and of the columns that follow from them.
     *
     * @param email the record's e-mail column
     * @param keys the record's key column, empty if it has none
     */
    public static List<Violation> violations(List<ContactPoint> points, @Nullable String email, Set<String> keys) {
        List<Violation> violations = new ArrayList<>(violations(points));
        if (violations.isEmpty()) {
            if (!Objects.equals(email, email(new ContactPoints(points)))) {
                violations.add(new Violation(
                        "email",
                        ViolationCode.DERIVED,
                        "must be the key of the preferred e-mail contact point: set the contact points instead"));
            }
            if (!keys.equals(ContactKeys.of(points))) {
                violations.add(new Violation(
                        "contact_keys",
                        ViolationCode.DERIVED,
                        "must be those of the contact points: set these instead"));
            }
        }
        return violations;
    }

    /** Returns contact points as a whole; empty if they can't be one: two match, or two are primary of a kind. */
    public static Optional<ContactPoints> find(List<ContactPoint> points) {
        try {
            return Optional.of(new ContactPoints(points));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Returns the violations of contact points as a whole: two that match, two primaries of a kind. */
    static List<Violation> violations(List<ContactPoint> points) {
        try {
            ContactPoints unused = new ContactPoints(points);
            return List.of();
        } catch (InvalidValueException e) {
            return List.of(e.inField("contact_points"));
        }
    }
}
