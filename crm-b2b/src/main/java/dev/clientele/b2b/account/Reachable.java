package dev.clientele.b2b.account;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.error.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds of the contact points of accounts and contacts alike. */
final class Reachable {

    private Reachable() {}

    /** What is wrong with them as a whole: two that match, two primaries of a kind. */
    static List<Violation> violations(List<ContactPoint> points) {
        try {
            ContactPoints unused = new ContactPoints(points);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(new Violation("contact_points", String.valueOf(e.getMessage())));
        }
    }

    /** The key of the e-mail address to use, or null if there is none. */
    static @Nullable String emailKey(ContactPoints points) {
        return points.preferred(ContactPointKind.EMAIL).map(ContactPoint::key).orElse(null);
    }
}
