package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores pairs of prepared records; allocates nothing. Immutable and safe for use by many threads.
 *
 * <p>The same two records have the same score whichever comes first.
 */
public final class PairScorer {
    private static final int LEVELS = 16;

    private final LinkageModel model;
    private final LevelPattern patterns;
    private final double prior;
    private final double scale;
    private final double[] weights;
    private final double[] bestUnequal;
    private final double householdPrior;
    private final double[] householdWeights;
    private final HouseholdLevels shared;

    PairScorer(LinkageModel model) {
        this.model = model;
        this.patterns = new LevelPattern(model.attributes());
        this.prior = LogOdds.of(model.prior()) + model.calibration().shift();
        this.scale = model.calibration().scale();
        this.weights = weights(model.weights());
        this.householdPrior = model.households().prior() == 0
                ? Double.NEGATIVE_INFINITY
                : LogOdds.of(model.households().prior());
        this.householdWeights = householdWeights(model.households());
        this.shared = new HouseholdLevels(model.attributes());
        this.bestUnequal = new double[patterns.attributes()];
        for (int i = 0; i < bestUnequal.length; i++) {
            AttributeWeights attribute = model.weights().get(i);
            bestUnequal[i] = 0;
            for (int level = 1; level < attribute.levels().size(); level++) {
                bestUnequal[i] = Math.max(bestUnequal[i], weights[i * LEVELS + level]);
            }
        }
    }

    /** The weight of each level; of equality without the frequency of the value; 0 where a value is missing. */
    static double[] weights(List<AttributeWeights> attributes) {
        double[] weights = new double[attributes.size() * LEVELS];
        for (int i = 0; i < attributes.size(); i++) {
            AttributeWeights attribute = attributes.get(i);
            weights[i * LEVELS] = Math.log(attribute.m().get(0));
            for (int level = 1; level < attribute.levels().size(); level++) {
                weights[i * LEVELS + level] = attribute.weight(level);
            }
        }
        return weights;
    }

    private static double[] householdWeights(HouseholdModel households) {
        double[] weights = new double[households.weights().size() * LEVELS];
        for (int i = 0; i < households.weights().size(); i++) {
            List<Double> levels = households.weights().get(i);
            for (int level = 0; level < levels.size(); level++) {
                weights[i * LEVELS + level] = levels.get(level);
            }
        }
        return weights;
    }

    /** Returns the score of a pair in natural log-odds. */
    public double score(PreparedRecord a, PreparedRecord b) {
        return score(a, patterns.of(a, b));
    }

    /** Returns the score of a pair if it is at least {@code floor}; otherwise something below, found with less work. */
    public double scoreAbove(double floor, PreparedRecord a, PreparedRecord b) {
        double most = prior;
        int unequal = 0;
        long pattern = 0;
        for (int i = 0; i < bestUnequal.length; i++) {
            ComparedValue one = a.at(i);
            ComparedValue other = b.at(i);
            if (one == null || other == null) {
                pattern = LevelPattern.with(pattern, i, LevelPattern.MISSING);
            } else if (one.equals(other)) {
                double weight = scale * (weights[i * LEVELS] + a.surprisal(i));
                most += patterns.mayBeImplied(i) ? Math.max(0, weight) : weight;
            } else {
                most += scale * bestUnequal[i];
                unequal |= 1 << i;
            }
        }
        for (int rest = unequal; rest != 0; rest &= rest - 1) {
            if (most < floor - 1e-6) {
                return Double.NEGATIVE_INFINITY;
            }
            int i = Integer.numberOfTrailingZeros(rest);
            int level = patterns.level(a, b, i);
            double weight = weights[i * LEVELS + level];
            most += scale * ((patterns.mayBeImplied(i) ? Math.max(0, weight) : weight) - bestUnequal[i]);
            pattern = LevelPattern.with(pattern, i, level);
        }
        return score(a, patterns.withoutImplied(pattern));
    }

    /** Returns the score with its reasons. */
    public Waterfall explain(PreparedRecord a, PreparedRecord b) {
        long pattern = patterns.of(a, b);
        List<WaterfallStep> steps = new ArrayList<>();
        for (int i = 0; i < bestUnequal.length; i++) {
            int level = LevelPattern.level(pattern, i);
            if (level != LevelPattern.MISSING) {
                AttributeWeights attribute = model.weights().get(i);
                steps.add(new WaterfallStep(
                        attribute.attribute(), attribute.levels().get(level), weight(a, i, level)));
            }
        }
        Optional<BlockingRule> rule = model.rules().stream()
                .filter(each -> each.keyOf(a) != 0 && each.keyOf(a) == each.keyOf(b))
                .findFirst();
        return new Waterfall(a.ref(), b.ref(), prior, steps, household(a, pattern), rule);
    }

    private double score(PreparedRecord a, long pattern) {
        double score = prior;
        for (int i = 0; i < bestUnequal.length; i++) {
            int level = LevelPattern.level(pattern, i);
            if (level != LevelPattern.MISSING) {
                score += weight(a, i, level);
            }
        }
        return score + household(a, pattern);
    }

    /** Computes the deduction for people of one household, who would look like this too; at most 0. */
    private double household(PreparedRecord a, long pattern) {
        double score = householdPrior;
        for (int i = 0; i < bestUnequal.length; i++) {
            int level = LevelPattern.level(pattern, i);
            score += householdWeights[i * LEVELS + level];
            score += level == 0 && shared.equality(i) ? a.surprisal(i) : 0;
        }
        return -scale * (score > 30 ? score : Math.log1p(Math.exp(score)));
    }

    private double weight(PreparedRecord a, int attribute, int level) {
        double weight = weights[attribute * LEVELS + level];
        return scale * (level == 0 ? weight + a.surprisal(attribute) : weight);
    }
}
