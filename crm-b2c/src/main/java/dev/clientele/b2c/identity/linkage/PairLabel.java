package dev.clientele.b2c.identity.linkage;

/**
 * A person's judgement of a pair.
 *
 * @param first one record
 * @param second the other, a different one
 * @param same whether both are of one person
 */
public record PairLabel(RecordRef first, RecordRef second, boolean same) {

    /** Puts the records in order and checks that they differ. */
    public PairLabel {
        int order = first.compareTo(second);
        if (order == 0) {
            throw new IllegalArgumentException("first and second must differ");
        }
        RecordRef lower = order < 0 ? first : second;
        second = order < 0 ? second : first;
        first = lower;
    }

    boolean isOf(ScoredPair pair) {
        return first.equals(pair.first()) && second.equals(pair.second());
    }
}
