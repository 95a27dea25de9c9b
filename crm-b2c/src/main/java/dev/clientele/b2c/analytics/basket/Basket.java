package dev.clientele.b2c.analytics.basket;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The items that a customer took at one time, each once.
 *
 * @param customer who
 * @param items what, ascending, without repetition; one or more
 * @param <C> how customers are named
 * @param <I> how items are named
 */
public record Basket<C, I extends Comparable<? super I>>(C customer, List<I> items) {

    /** Sorts the items and takes each once. */
    public Basket {
        Objects.requireNonNull(customer, "customer");
        items = ImmutableSortedSet.copyOf(items).asList();
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items must not be empty");
        }
    }

    /** Creates a basket of items in any order. */
    public static <C, I extends Comparable<? super I>> Basket<C, I> of(C customer, Collection<? extends I> items) {
        return new Basket<>(customer, List.copyOf(items));
    }

    /** Returns the number of items, not the customer or the items. */
    @Override
    public String toString() {
        return "Basket[" + items.size() + " items]";
    }
}
