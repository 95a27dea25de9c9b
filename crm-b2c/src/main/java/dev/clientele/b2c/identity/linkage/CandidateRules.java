package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The blocking rules that come into question for a table: single keys that bring each record together with few others, and
 * pairs and triples of those keys that do so only together.
 */
final class CandidateRules {
    /** The most partners that a rule may give a record on average if keys were independent; more where records are few. */
    private static final double MAX_PARTNERS = 3;

    private static final double PARTNERS_OF_FEW = 10_000;

    /** The number of further ones that a rule may give for each other record of the same person, whom it is meant to give. */
    private static final double OWN_PARTNERS = 1.5;

    private static final int SAMPLE = 4_000;
    private static final int MAX_RULES = 80;

    private CandidateRules() {}

    static List<int[]> of(RecordTable table, BlockingKeys keys) {
        long[][] sample = sample(table, keys);
        double[] collisions =
                Arrays.stream(sample).mapToDouble(CandidateRules::collision).toArray();
        double size = table.size();
        double most = MAX_PARTNERS
                + Math.min(40, PARTNERS_OF_FEW / size)
                + OWN_PARTNERS * RepeatedRecords.estimate(keys, sample, collisions, size);
        List<int[]> rules = new ArrayList<>();
        List<Integer> broad = new ArrayList<>();
        for (int key = 0; key < collisions.length; key++) {
            if (collisions[key] * size <= most) {
                rules.add(new int[] {key});
            } else {
                broad.add(key);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        List<int[]> triples = new ArrayList<>();
        for (int i = 0; i < broad.size(); i++) {
            for (int j = 0; j < i; j++) {
                int[] pair = {broad.get(j), broad.get(i)};
                if (keys.key(pair[0]).attribute() != keys.key(pair[1]).attribute()) {
                    double partners = collisions[pair[0]] * collisions[pair[1]] * size;
                    if (partners <= most) {
                        pairs.add(pair);
                    } else {
                        addTriples(pair, broad.subList(0, j), most / partners, collisions, keys, triples);
                    }
                }
            }
        }
        rules.addAll(broadest(pairs, collisions));
        rules.addAll(broadest(triples, collisions));
        return rules.subList(0, Math.min(MAX_RULES, rules.size()));
    }

    private static void addTriples(
            int[] pair,
            List<Integer> others,
            double most,
            double[] collisions,
            BlockingKeys keys,
            List<int[]> triples) {
        for (int third : others) {
            int attribute = keys.key(third).attribute();
            boolean apart = attribute != keys.key(pair[0]).attribute()
                    && attribute != keys.key(pair[1]).attribute();
            if (apart && collisions[third] <= most) {
                triples.add(new int[] {third, pair[0], pair[1]});
            }
        }
    }

    private static List<int[]> broadest(List<int[]> rules, double[] collisions) {
        rules.sort(Comparator.comparingDouble((int[] rule) ->
                -Arrays.stream(rule).mapToDouble(key -> collisions[key]).reduce(1, (a, b) -> a * b)));
        return rules.subList(0, Math.min(40, rules.size()));
    }

    /** For each key its values among records drawn by hash. */
    private static long[][] sample(RecordTable table, BlockingKeys keys) {
        int[] drawn = Anchors.draw(table, SAMPLE);
        long[][] values = new long[keys.count()][drawn.length];
        long[] row = new long[keys.count()];
        for (int i = 0; i < drawn.length; i++) {
            keys.read(table.record(drawn[i]), row);
            for (int key = 0; key < row.length; key++) {
                values[key][i] = row[key];
            }
        }
        return values;
    }

    /** The probability that two records agree in a key, by its values in a sample. */
    static double collision(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return equalPairs(sorted) / Math.max(1, (double) sorted.length * (sorted.length - 1) / 2);
    }

    private static double equalPairs(long[] sorted) {
        double pairs = 0;
        int run = 0;
        for (int i = 1; i < sorted.length; i++) {
            run = sorted[i] != 0 && sorted[i] == sorted[i - 1] ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }
}
