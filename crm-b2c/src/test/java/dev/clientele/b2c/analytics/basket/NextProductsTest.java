package dev.clientele.b2c.analytics.basket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.analytics.OnlineRetail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Suggestions judged by what customers of a real shop took next. */
class NextProductsTest {

    private static final int OFFERS = 10;

    @Test
    void suggestions_with_a_reason_meet_the_next_basket_more_often_than_what_most_take() {
        Map<String, TreeMap<String, Set<String>>> customers = new TreeMap<>();
        OnlineRetail.lines()
                .forEach(line -> customers
                        .computeIfAbsent(line.customer(), customer -> new TreeMap<>())
                        .computeIfAbsent(line.day() + line.invoice(), basket -> new HashSet<>())
                        .add(line.item()));
        List<Basket<String, String>> seen = new ArrayList<>();
        Map<String, Set<String>> next = new TreeMap<>();
        Map<String, Set<String>> before = new TreeMap<>();
        customers.forEach((customer, baskets) -> {
            if (baskets.size() > 1) {
                Set<String> had = new HashSet<>();
                baskets.headMap(baskets.lastKey()).values().forEach(items -> {
                    seen.add(Basket.of(customer, items));
                    had.addAll(items);
                });
                before.put(customer, had);
                next.put(customer, baskets.get(baskets.lastKey()));
            } else {
                seen.add(Basket.of(customer, baskets.firstEntry().getValue()));
            }
        });
        AffinityTable<String> table = AffinityTable.of(seen.stream(), AffinitySettings.withMinBaskets(30));
        NextProductRecommender<String> byRules = NextProductRecommender.of(table);
        NextProductRecommender<String> byPopularity =
                NextProductRecommender.of(new AffinityTable<>(table.baskets(), table.items(), List.of()));
        long met = 0;
        long metByPopularity = 0;
        for (Map.Entry<String, Set<String>> customer : before.entrySet()) {
            Set<String> taken = next.getOrDefault(customer.getKey(), Set.of());
            met += hits(byRules, customer.getValue(), taken);
            metByPopularity += hits(byPopularity, customer.getValue(), taken);
        }

        assertThat(before).hasSize(2845);
        assertThat(met).isGreaterThan(3 * metByPopularity / 2);
    }

    private static long hits(NextProductRecommender<String> next, Set<String> had, Set<String> taken) {
        return next.recommend(had, OFFERS).stream()
                .filter(offer -> taken.contains(offer.item()))
                .count();
    }
}
