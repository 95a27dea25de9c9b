package dev.clientele.b2c.identity.linkage;

/** Estimates {@code u}, the share of each level among pairs of different people, from pairs drawn at random. */
final class ChanceAgreement {
    private static final double SMOOTHING = 0.5;

    private ChanceAgreement() {}

    /**
     * The shares, sixteen places an attribute; that of equality follows from the frequencies of the values.
     *
     * @param matches the probability of each pair of the sample to belong together after all
     */
    static double[] estimate(PairSample sample, double[] matches, RecordTable table, LevelPattern levels) {
        double[] counts = new double[levels.attributes() * 16];
        for (int pair = 0; pair < sample.size(); pair++) {
            long pattern = sample.patterns()[pair];
            for (int at = 0; at < counts.length; at += 16) {
                counts[at + (int) (pattern & 15)] += 1 - matches[pair];
                pattern >>>= 4;
            }
        }
        for (int i = 0; i < levels.attributes(); i++) {
            int count = levels.levels(i).size();
            double equal = Math.min(0.999, table.frequencies().get(i).collision());
            double unequal = 0;
            for (int level = 1; level < count; level++) {
                unequal += counts[i * 16 + level] + SMOOTHING;
            }
            counts[i * 16] = equal;
            for (int level = 1; level < count; level++) {
                counts[i * 16 + level] = (1 - equal) * (counts[i * 16 + level] + SMOOTHING) / unequal;
            }
        }
        return counts;
    }
}
