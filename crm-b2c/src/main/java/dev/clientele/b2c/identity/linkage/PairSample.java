package dev.clientele.b2c.identity.linkage;

/**
 * Pairs of records with their levels.
 *
 * @param first indexes of records
 * @param second indexes of the others
 * @param patterns their levels
 * @param surprisals of each pair, the sum of the surprisals of the values that are equal
 * @param population the number of pairs they were drawn from, those that were passed over as surely different included
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package only; a million boxed numbers would cost more than the linkage
record PairSample(int[] first, int[] second, long[] patterns, double[] surprisals, double population) {

    static PairSample of(RecordTable table, LevelPattern levels, int[] first, int[] second, double population) {
        long[] patterns = new long[first.length];
        double[] surprisals = new double[first.length];
        for (int pair = 0; pair < first.length; pair++) {
            PreparedRecord a = table.record(first[pair]);
            patterns[pair] = levels.of(a, table.record(second[pair]));
            for (int i = 0; i < levels.attributes(); i++) {
                if (LevelPattern.level(patterns[pair], i) == 0) {
                    surprisals[pair] += a.surprisal(i);
                }
            }
        }
        return new PairSample(first, second, patterns, surprisals, population);
    }

    int size() {
        return patterns.length;
    }

    /** The score of a pair without the prior, by the weights of {@link PairScorer#weights}. */
    double weight(int pair, double[] weights) {
        double sum = surprisals[pair];
        long pattern = patterns[pair];
        for (int at = 0; at < weights.length; at += 16) {
            sum += weights[at + (int) (pattern & 15)];
            pattern >>>= 4;
        }
        return sum;
    }
}
