package dev.clientele.b2b.account;

import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merging of a duplicate's contact points and addresses into those of the survivor. */
final class ContactDataMerger {

    private ContactDataMerger() {}

    static Account mergeAccountPoints(Account survivor, Account duplicate) {
        ContactPoints points = together(survivor.contactPoints(), duplicate.contactPoints());
        return survivor.with(Account.CONTACT_POINTS, points.isEmpty() ? null : points.points());
    }

    static Contact mergeContactPoints(Contact survivor, Contact duplicate) {
        ContactPoints points = together(survivor.contactPoints(), duplicate.contactPoints());
        return points.equals(survivor.contactPoints()) ? survivor : survivor.withContactPoints(points);
    }

    static Account mergeAccountAddresses(Account survivor, Account duplicate) {
        return survivor.with(
                Account.ADDRESSES, together(survivor.addresses(), duplicate.addresses(), Account.MAX_ADDRESSES));
    }

    static Contact mergeContactAddresses(Contact survivor, Contact duplicate) {
        return survivor.with(
                Contact.ADDRESSES, together(survivor.addresses(), duplicate.addresses(), Contact.MAX_ADDRESSES));
    }

    /** Returns the contact points of both, or the survivor's alone where both would be too many. */
    private static ContactPoints together(ContactPoints own, ContactPoints others) {
        boolean room = own.points().size() + others.points().size() <= ContactPoints.MAX_POINTS;
        return room ? own.mergedWith(others) : own;
    }

    /** Returns the survivor's addresses, then those of the other that it lacks, while there is room. */
    private static @Nullable List<PostalAddress> together(
            List<PostalAddress> own, List<PostalAddress> others, int most) {
        List<PostalAddress> all = new ArrayList<>(own);
        others.stream()
                .filter(address -> !own.contains(address))
                .limit(most - own.size())
                .forEach(all::add);
        return all.isEmpty() ? null : all;
    }
}
