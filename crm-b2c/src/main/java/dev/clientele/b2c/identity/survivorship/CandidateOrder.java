package dev.clientele.b2c.identity.survivorship;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/** The order of what several records say of a field, what counts first. Total among candidates of different records. */
final class CandidateOrder implements Comparator<Candidate<?>> {

    private final FieldRule rule;
    private final ToIntFunction<Candidate<?>> records;

    /**
     * Creates the order of a rule.
     *
     * @param records counts the records that say the same
     */
    CandidateOrder(FieldRule rule, ToIntFunction<Candidate<?>> records) {
        this.rule = rule;
        this.records = records;
    }

    @Override
    public int compare(Candidate<?> one, Candidate<?> other) {
        if (rule.handFirst() && one.isByHand() != other.isByHand()) {
            return one.isByHand() ? -1 : 1;
        }
        int order = rule.handFirst() && one.isByHand() ? 0 : byChoice(one, other);
        return order == 0 ? byTime(one, other) : order;
    }

    private int byChoice(Candidate<?> one, Candidate<?> other) {
        return switch (rule.choice()) {
            case MOST_RECENT -> 0;
            case MOST_FREQUENT -> Integer.compare(records.applyAsInt(other), records.applyAsInt(one));
            case SOURCE_PRIORITY -> Integer.compare(rank(one), rank(other));
            case VERIFIED_FIRST -> Boolean.compare(other.verified(), one.verified());
            case LONGEST -> Integer.compare(length(other), length(one));
        };
    }

    private int byTime(Candidate<?> one, Candidate<?> other) {
        int order = other.at().compareTo(one.at());
        if (order == 0) {
            order = Integer.compare(rank(one), rank(other));
        }
        if (order == 0) {
            order = one.record().source().compareTo(other.record().source());
        }
        if (order == 0) {
            order = one.record().key().compareTo(other.record().key());
        }
        return order == 0 ? Integer.compare(one.index(), other.index()) : order;
    }

    private int rank(Candidate<?> candidate) {
        int rank = rule.sources().indexOf(candidate.record().source());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private static int length(Candidate<?> candidate) {
        return candidate.text().codePointCount(0, candidate.text().length());
    }
}
