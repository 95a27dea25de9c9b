package dev.clientele.b2c.analytics.basket;

import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Association rules: pairs of items that are bought together. The same baskets give the same rules in the same order,
 * however they came. Immutable and thread-safe.
 *
 * @param baskets how many baskets were looked at
 * @param items in how many baskets each item is, by item; those with too few for any rule included
 * @param rules both directions of each pair, the highest lift first; rules of equal lift by more baskets, then by the items
 * @param <I> how items are named
 */
public record AffinityTable<I extends Comparable<? super I>>(
        long baskets, Map<I, Long> items, List<Affinity<I>> rules) {

    /** Copies. */
    public AffinityTable {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        rules = List.copyOf(rules);
    }

    /**
     * Finds the rules of some baskets. The stream is read to its end and not closed; memory grows with the number of
     * lines and of pairs of items that are each in enough baskets.
     *
     * @param settings which rules to keep
     */
    public static <C, I extends Comparable<? super I>> AffinityTable<I> of(
            Stream<Basket<C, I>> baskets, AffinitySettings settings) {
        Multiset<I> counts = TreeMultiset.create();
        List<List<I>> all = new ArrayList<>();
        baskets.forEach(basket -> {
            counts.addAll(basket.items());
            all.add(basket.items());
        });
        Map<I, Integer> numbers = new TreeMap<>();
        List<I> frequent = new ArrayList<>();
        counts.forEachEntry((item, count) -> {
            if (count >= settings.minBaskets()) {
                numbers.put(item, frequent.size());
                frequent.add(item);
            }
        });
        PairCounts pairs = new PairCounts();
        for (List<I> basket : all) {
            int[] known = basket.stream()
                    .flatMap(item -> Optional.ofNullable(numbers.get(item)).stream())
                    .mapToInt(Integer::intValue)
                    .toArray();
            pairs.addAll(known);
        }
        List<Affinity<I>> rules = new ArrayList<>();
        pairs.forEach((one, other, together) -> {
            if (together >= settings.minBaskets()) {
                keep(rules, settings, frequent.get(one), frequent.get(other), together, counts, all.size());
                keep(rules, settings, frequent.get(other), frequent.get(one), together, counts, all.size());
            }
        });
        rules.sort(AffinityTable.order());
        Map<I, Long> items = Maps.asMap(counts.elementSet(), item -> (long) counts.count(item));
        return new AffinityTable<>(all.size(), items, rules);
    }

    private static <I> void keep(
            List<Affinity<I>> rules,
            AffinitySettings settings,
            I item,
            I also,
            long together,
            Multiset<I> counts,
            long all) {
        Affinity<I> rule = new Affinity<>(item, also, together, counts.count(item), counts.count(also), all);
        if (rule.confidence() >= settings.minConfidence() && rule.lift() >= settings.minLift()) {
            rules.add(rule);
        }
    }

    private static <I extends Comparable<? super I>> Comparator<Affinity<I>> order() {
        return Comparator.<Affinity<I>>comparingDouble(Affinity::lift)
                .thenComparingLong(Affinity::baskets)
                .reversed()
                .thenComparing(Affinity::item)
                .thenComparing(Affinity::otherItem);
    }

    /** Returns the rules that begin with an item, the highest lift first. */
    public List<Affinity<I>> rulesFrom(I item) {
        return rules.stream().filter(rule -> rule.item().compareTo(item) == 0).toList();
    }
}
