package dev.clientele.b2c.identity.linkage;

/**
 * Pairs of records with their levels.
 *
 * @param first indexes of records
 * @param second indexes of the others
 * @param patterns their levels
 * @param surprisals of each pair, the sum of the surprisals of the values that are equal
 * @param householdSurprisals the same for those values alone that a household shares
 * @param population the number of pairs they were drawn from, those that were passed over as surely different included
 */
@SuppressWarnings(
        "ArrayRecordComponent") // inside the package only; a million boxed numbers would cost more than the linkage
record PairSample(
        int[] first,
        int[] second,
        long[] patterns,
        double[] surprisals,
        double[] householdSurprisals,
        double population) {

    static PairSample of(RecordTable table, LevelPattern levels, int[] first, int[] second, double population) {
        long[] patterns = new long[first.length];
        for (int pair = 0; pair < first.length; pair++) {
            patterns[pair] = levels.of(table.record(first[pair]), table.record(second[pair]));
        }
        return of(table, first, second, patterns, population);
    }

    /** The same pairs with the frequencies that the table has now. */
    PairSample again(RecordTable table) {
        return of(table, first, second, patterns, population);
    }

    private static PairSample of(RecordTable table, int[] first, int[] second, long[] patterns, double population) {
        HouseholdLevels shared = new HouseholdLevels(table.attributes());
        double[] surprisals = new double[first.length];
        double[] householdSurprisals = new double[first.length];
        int attributes = table.attributes().size();
        for (int pair = 0; pair < first.length; pair++) {
            PreparedRecord a = table.record(first[pair]);
            for (int i = 0; i < attributes; i++) {
                if (LevelPattern.level(patterns[pair], i) == 0) {
                    surprisals[pair] += a.surprisal(i);
                    householdSurprisals[pair] += shared.equality(i) ? a.surprisal(i) : 0;
                }
            }
        }
        return new PairSample(first, second, patterns, surprisals, householdSurprisals, population);
    }

    int size() {
        return patterns.length;
    }

    /** The score of a pair without the prior, by the weights of {@link PairScorer#weights}. */
    double weight(int pair, double[] weights) {
        return surprisals[pair] + sum(patterns[pair], weights);
    }

    /** The score of a pair as of different people of one household, without the prior. */
    double householdWeight(int pair, double[] weights) {
        return householdSurprisals[pair] + sum(patterns[pair], weights);
    }

    private static double sum(long pattern, double[] weights) {
        double sum = 0;
        long rest = pattern;
        for (int at = 0; at < weights.length; at += 16) {
            sum += weights[at + (int) (rest & 15)];
            rest >>>= 4;
        }
        return sum;
    }
}
