package dev.clientele.b2c.analytics.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same lines give the same rules, and the rules are those that plain counting finds. */
class BasketsPropertyTest {

    record Line(int customer, int basket, int item) {}

    private static BasketBuilder<Integer, Integer, Integer> of(List<Line> lines) {
        BasketBuilder<Integer, Integer, Integer> collected = new BasketBuilder<>();
        lines.forEach(line -> collected.add(line.customer(), line.basket(), line.item()));
        return collected;
    }

    @Property(tries = 300)
    void shuffled_and_merged_lines_give_the_same_rules(
            @ForAll("lines") List<Line> lines, @ForAll long seed, @ForAll int cut) {
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        int middle = Math.floorMod(cut, lines.size() + 1);
        AffinitySettings settings = AffinitySettings.withMinBaskets(2);
        AffinityTable<Integer> table = AffinityTable.of(of(lines).baskets(), settings);

        assertThat(AffinityTable.of(of(shuffled).baskets(), settings)).isEqualTo(table);
        assertThat(AffinityTable.of(
                        of(shuffled.subList(middle, shuffled.size()))
                                .addAll(of(shuffled.subList(0, middle)))
                                .baskets(),
                        settings))
                .isEqualTo(table);
    }

    @Property(tries = 300)
    void rules_are_those_of_plain_counting(@ForAll("lines") List<Line> lines) {
        List<Set<Integer>> baskets = List.copyOf(lines.stream()
                .collect(Collectors.groupingBy(
                        line -> List.of(line.customer(), line.basket()),
                        Collectors.mapping(Line::item, Collectors.toSet())))
                .values());
        AffinityTable<Integer> table = AffinityTable.of(of(lines).baskets(), AffinitySettings.withMinBaskets(1));
        Set<String> found = new HashSet<>();
        table.rules().forEach(rule -> found.add(rule.item() + ">" + rule.otherItem() + ":" + rule.baskets()));
        Set<String> counted = new HashSet<>();
        for (int one = 0; one < 5; one++) {
            for (int other = 0; other < 5; other++) {
                Set<Integer> pair = Set.copyOf(List.of(one, other));
                long both = baskets.stream()
                        .filter(basket -> basket.containsAll(pair))
                        .count();
                if (one != other && both > 0) {
                    counted.add(one + ">" + other + ":" + both);
                }
            }
        }

        assertThat(table.baskets()).isEqualTo(baskets.size());
        assertThat(found).isEqualTo(counted);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4))
                .as(Line::new)
                .list()
                .ofMaxSize(50);
    }
}
