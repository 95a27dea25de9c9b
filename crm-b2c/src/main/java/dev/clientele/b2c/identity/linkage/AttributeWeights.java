package dev.clientele.b2c.identity.linkage;

import java.util.List;

/**
 * The two distributions over the levels of one comparison: {@code m} among true pairs, {@code u} among pairs of different
 * people (Fellegi and Sunter 1969, A Theory for Record Linkage, JASA 64(328), 1183-1210).
 *
 * <p>The weight of level 0, equality, varies with the value: in place of {@code u} stands the frequency of the value.
 *
 * @param attribute the attribute compared
 * @param levels the names of the levels, the closest first
 * @param m the share of true pairs at each level; sums to 1
 * @param u the share of other pairs at each level; sums to 1
 */
public record AttributeWeights(RecordAttribute attribute, List<String> levels, List<Double> m, List<Double> u) {

    /** Copies the lists and checks that they are equally long and hold probabilities above 0. */
    public AttributeWeights {
        levels = List.copyOf(levels);
        m = List.copyOf(m);
        u = List.copyOf(u);
        if (m.size() != levels.size() || u.size() != levels.size()) {
            throw new IllegalArgumentException("m and u must have one value for each of " + levels.size() + " levels");
        }
        if (!m.stream().allMatch(AttributeWeights::isShare) || !u.stream().allMatch(AttributeWeights::isShare)) {
            throw new IllegalArgumentException("m and u must be above 0 and at most 1");
        }
    }

    /** Returns the weight of a level in natural log-odds: above 0 where it speaks for, below where it speaks against. */
    public double weight(int level) {
        return Math.log(m.get(level) / u.get(level));
    }

    private static boolean isShare(double value) {
        return value > 0 && value <= 1;
    }
}
