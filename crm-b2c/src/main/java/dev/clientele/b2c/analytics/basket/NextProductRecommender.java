package dev.clientele.b2c.analytics.basket;

import com.google.common.collect.Comparators;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A recommender of the next product for customers who took certain items: for each item not taken yet, the rule from an
 * item taken that leads there most surely. Where rules don't suffice, what most people take. Each suggestion says why.
 * Immutable and thread-safe.
 *
 * @param <I> how items are named
 */
public final class NextProductRecommender<I extends Comparable<? super I>> {

    /** Suggestions by the item that their rules begin with, each with its score. */
    private final ListMultimap<I, ProductSuggestion<I>> rules = MultimapBuilder.<I>treeKeys(Comparator.naturalOrder())
            .arrayListValues()
            .build();

    private final List<ProductSuggestion<I>> popular;

    private NextProductRecommender(List<ProductSuggestion<I>> popular) {
        this.popular = popular;
    }

    /** Creates a recommender by rules; those whose lift isn't above 1 are left aside. */
    public static <I extends Comparable<? super I>> NextProductRecommender<I> of(AffinityTable<I> table) {
        List<ProductSuggestion<I>> popular = new ArrayList<>();
        table.items()
                .forEach((item, count) ->
                        popular.add(new ProductSuggestion<>(item, (double) count / table.baskets(), Optional.empty())));
        popular.sort(NextProductRecommender.order());
        NextProductRecommender<I> next = new NextProductRecommender<>(List.copyOf(popular));
        table.rules().stream()
                .filter(rule -> rule.lift() > 1)
                .forEach(rule -> next.rules.put(
                        rule.item(),
                        new ProductSuggestion<>(rule.otherItem(), rule.confidenceLowerBound(), Optional.of(rule))));
        return next;
    }

    /**
     * Returns the best suggestions for somebody who took these items before.
     *
     * @param taken in any order; none given means that only popularity counts
     * @param most how many to give, 0 or more
     * @return the surest first, those with a reason before those without; equal ones by item
     */
    public List<ProductSuggestion<I>> recommend(Collection<? extends I> taken, int most) {
        if (most < 0) {
            throw new IllegalArgumentException("most must be 0 or more, was " + most);
        }
        TreeSet<I> had = new TreeSet<>(taken);
        Map<I, ProductSuggestion<I>> best = new HashMap<>();
        for (I item : had) {
            for (ProductSuggestion<I> rule : rules.get(item)) {
                best.merge(rule.item(), rule, NextProductRecommender::compareConfidence);
            }
        }
        best.keySet().removeAll(had);
        List<ProductSuggestion<I>> suggestions = new ArrayList<>(best.values().stream()
                .collect(Comparators.least(Math.min(most, best.size()), NextProductRecommender.order())));
        for (ProductSuggestion<I> common : popular) {
            if (suggestions.size() >= most) {
                break;
            }
            if (!had.contains(common.item()) && !best.containsKey(common.item())) {
                suggestions.add(common);
            }
        }
        return List.copyOf(suggestions);
    }

    /** Returns the surer suggestion; of equally sure ones the first, that of the item that comes first. */
    private static <I> ProductSuggestion<I> compareConfidence(ProductSuggestion<I> one, ProductSuggestion<I> other) {
        return other.score() > one.score() ? other : one;
    }

    private static <I extends Comparable<? super I>> Comparator<ProductSuggestion<I>> order() {
        return Comparator.<ProductSuggestion<I>>comparingDouble(ProductSuggestion::score)
                .reversed()
                .thenComparing(ProductSuggestion::item);
    }
}
