package dev.clientele.b2c.identity.linkage;

/**
 * Estimates how many other records a record's person has, before a model is fitted: the records that agree in two things
 * of one's own which hardly anybody shares by chance, such as family name and birthdate.
 */
final class RepeatedRecords {
    private static final double MAX_BY_CHANCE = 0.5;
    private static final double MAX_OTHERS = 20;

    private RepeatedRecords() {}

    /**
     * Returns a low estimate.
     *
     * @param sample for each key its values in a sample
     * @param collisions for each key the probability that two records agree in it
     * @param size the number of records
     */
    static double estimate(BlockingKeys keys, long[][] sample, double[] collisions, double size) {
        double others = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < i; j++) {
                double chance = collisions[i] * collisions[j] * size;
                if (isOwn(keys.key(i))
                        && isOwn(keys.key(j))
                        && keys.key(i).attribute() != keys.key(j).attribute()
                        && chance <= MAX_BY_CHANCE) {
                    others = Math.max(others, CandidateRules.collision(both(sample[i], sample[j])) * size - chance);
                }
            }
        }
        return Math.min(MAX_OTHERS, others);
    }

    private static boolean isOwn(BlockingKey key) {
        return key.part() == KeyPart.WHOLE
                && switch (key.kind()) {
                    case GIVEN, FAMILY, NAME, BIRTHDATE, EMAIL, PHONE, IDENTIFIER -> true;
                    default -> false;
                };
    }

    private static long[] both(long[] one, long[] other) {
        long[] both = new long[one.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = one[i] == 0 || other[i] == 0 ? 0 : one[i] * 31 + other[i];
        }
        return both;
    }
}
