package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses blocking rules greedily: always the one that finds most of the likely pairs not yet found for the partners it
 * costs. A likely pair counts in full the first time it is found and a little the second time, because one that only a
 * single rule finds stands for others that none does.
 */
final class RuleSelection {
    private static final double SECOND_TIME = 0.3;
    private static final double LEAST_GAIN = 0.0004;
    private static final double OVERHEAD = 0.3;
    private static final int MAX_RULES = 20;
    private static final int FEW_PAIRS = 200;
    private static final int FEW_RECORDS = 3_000;
    private static final int LEAST_RULES_OF_FEW = 10;

    private final boolean[][] finds;
    private final double[] probabilities;
    private final double[] partners;
    private final int[] found;

    private RuleSelection(boolean[][] finds, double[] probabilities, double[] partners) {
        this.finds = finds;
        this.probabilities = probabilities;
        this.partners = partners;
        this.found = new int[probabilities.length];
    }

    static List<BlockingRule> choose(
            RecordTable table, BlockingKeys keys, List<int[]> rules, TrainingPairs training, double[] matches) {
        List<Integer> likely = new ArrayList<>();
        for (int pair = 0; pair < matches.length; pair++) {
            if (matches[pair] > 0.5) {
                likely.add(pair);
            }
        }
        boolean[][] finds = new boolean[rules.size()][likely.size()];
        double[] probabilities = new double[likely.size()];
        long[] one = new long[keys.count()];
        long[] other = new long[keys.count()];
        for (int i = 0; i < probabilities.length; i++) {
            int pair = likely.get(i);
            probabilities[i] = matches[pair];
            keys.read(table.record(training.sample().first()[pair]), one);
            keys.read(table.record(training.sample().second()[pair]), other);
            for (int rule = 0; rule < finds.length; rule++) {
                long key = BlockingKeys.keyOf(rules.get(rule), one);
                finds[rule][i] = key != 0 && key == BlockingKeys.keyOf(rules.get(rule), other);
            }
        }
        RuleSelection selection = new RuleSelection(finds, probabilities, training.partners());
        List<Integer> chosen = selection.chosen();
        boolean few = probabilities.length < FEW_PAIRS || table.size() < FEW_RECORDS;
        return (few ? selection.filled(chosen) : chosen)
                .stream().map(rule -> keys.rule(rules.get(rule))).toList();
    }

    private List<Integer> chosen() {
        double total = 0;
        for (double probability : probabilities) {
            total += probability;
        }
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < MAX_RULES) {
            int best = -1;
            double bestValue = 0;
            for (int rule = 0; rule < finds.length; rule++) {
                double gain = chosen.contains(rule) ? 0 : gain(rule);
                double value = gain / (partners[rule] + OVERHEAD);
                if (gain > LEAST_GAIN * total && value > bestValue) {
                    best = rule;
                    bestValue = value;
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(best);
            for (int pair = 0; pair < found.length; pair++) {
                found[pair] += finds[best][pair] ? 1 : 0;
            }
        }
        return chosen;
    }

    private double gain(int rule) {
        double gain = 0;
        for (int pair = 0; pair < found.length; pair++) {
            if (finds[rule][pair] && found[pair] < 2) {
                gain += probabilities[pair] * (found[pair] == 0 ? 1 : SECOND_TIME);
            }
        }
        return gain;
    }

    /** Adds the first of the other rules where too few belong together to say which are enough, or more cost nothing. */
    private List<Integer> filled(List<Integer> chosen) {
        List<Integer> filled = new ArrayList<>(chosen);
        for (int rule = 0; rule < finds.length && filled.size() < LEAST_RULES_OF_FEW; rule++) {
            if (!filled.contains(rule)) {
                filled.add(rule);
            }
        }
        return filled;
    }
}
