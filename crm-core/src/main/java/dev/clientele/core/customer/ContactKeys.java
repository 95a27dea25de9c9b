package dev.clientele.core.customer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys by which a customer is found from a contact point, however that is written: its kind in lower case, a colon and its
 * normalised form, such as {@code email:ana@globex.example} or {@code phone:+34910000000}. Records keep them in a column of their
 * own.
 */
public final class ContactKeys {

    /** The longest key. One may be longer than the address that was written: domains in ASCII grow. */
    public static final int MAX_LENGTH = 400;

    private ContactKeys() {}

    /** Returns the key of a contact point. */
    public static String of(ContactPoint point) {
        return point.kind().prefix() + point.key();
    }

    /** Returns the keys of contact points; those too long to be kept in a column, such as those of some web pages, are left out. */
    public static Set<String> of(Collection<ContactPoint> points) {
        return of(points, EnumSet.allOf(ContactPointKind.class));
    }

    /** Returns the keys of the contact points of some kinds, as {@link #of(Collection)}. */
    public static Set<String> of(Collection<ContactPoint> points, Set<ContactPointKind> kinds) {
        Set<String> keys = new TreeSet<>();
        for (ContactPoint point : points) {
            if (kinds.contains(point.kind())) {
                String key = of(point);
                if (key.length() <= MAX_LENGTH) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }
}
