package dev.clientele.b2c.analytics.basket;

import com.google.common.collect.Multimaps;
import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A builder of baskets from lines that come in any order. Lines of the same customer and the same basket name belong
 * together: a receipt's number, or a day where what is taken on one day counts as one basket. The same line twice is
 * one. Not thread-safe.
 *
 * @param <C> how customers are named
 * @param <B> how baskets are named
 * @param <I> how items are named
 */
public final class BasketBuilder<
        C extends Comparable<? super C>, B extends Comparable<? super B>, I extends Comparable<? super I>> {

    private final Map<C, SortedSetMultimap<B, I>> customers = new TreeMap<>();

    /** Adds a line. */
    public BasketBuilder<C, B, I> add(C customer, B basket, I item) {
        customers
                .computeIfAbsent(Objects.requireNonNull(customer, "customer"), name -> TreeMultimap.create())
                .put(Objects.requireNonNull(basket, "basket"), Objects.requireNonNull(item, "item"));
        return this;
    }

    /** Adds all lines of another part. */
    public BasketBuilder<C, B, I> addAll(BasketBuilder<C, B, I> other) {
        other.customers.forEach((customer, baskets) -> baskets.forEach((basket, item) -> add(customer, basket, item)));
        return this;
    }

    /** Returns the baskets of everything added so far, by customer and name. */
    public Stream<Basket<C, I>> baskets() {
        return customers.entrySet().stream()
                .flatMap(customer -> Multimaps.asMap(customer.getValue()).values().stream()
                        .map(items -> Basket.of(customer.getKey(), items)));
    }
}
