package dev.clientele.b2c.analytics.basket;

import java.util.Optional;

/**
 * An item to offer to a customer.
 *
 * @param item what
 * @param score how surely, from 0 to 1: {@link Affinity#confidenceLowerBound} of the reason, or the item's share of all baskets
 *     where nothing that the customer took points to it
 * @param reason the strongest rule that leads there; empty if it is only that many take the item
 * @param <I> how items are named
 */
public record ProductSuggestion<I>(I item, double score, Optional<Affinity<I>> reason) {}
