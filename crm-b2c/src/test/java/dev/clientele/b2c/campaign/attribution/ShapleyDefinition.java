package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shapley values by their definition: the mean gain by a channel over all subsets of the others, weighed by size. */
final class ShapleyDefinition {
    private ShapleyDefinition() {}

    static double value(String channel, List<MarketingPath> paths) {
        Set<String> all = new HashSet<>();
        paths.forEach(path -> all.addAll(path.channels()));
        List<String> others = new ArrayList<>(all);
        others.remove(channel);
        double sum = 0;
        for (int bits = 0; bits < 1 << others.size(); bits++) {
            Set<String> coalition = new HashSet<>();
            for (int i = 0; i < others.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    coalition.add(others.get(i));
                }
            }
            int size = coalition.size();
            double weight = factorial(size) * factorial(others.size() - size) / factorial(others.size() + 1);
            double without = worth(coalition, paths);
            coalition.add(channel);
            sum += weight * (worth(coalition, paths) - without);
        }
        return sum;
    }

    private static double worth(Set<String> coalition, List<MarketingPath> paths) {
        return paths.stream()
                .filter(path -> coalition.containsAll(path.channels()))
                .mapToDouble(MarketingPath::conversions)
                .sum();
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
