package dev.clientele.core.customer;

import java.util.List;

/**
 * What an account and a person have in common.
 *
 * <p>Implementations are immutable values. Names, contact points and addresses are personal data.
 */
public interface Customer {
    /** Returns the id of the customer. */
    CustomerId customerId();

    /** The name to show to people; not blank. */
    String displayName();

    /** The ways to reach this customer; empty if none is known. */
    ContactPoints contactPoints();

    /** Postal addresses, the main one first; empty if none is known. */
    default List<PostalAddress> addresses() {
        return List.of();
    }
}
