package dev.clientele.b2c.identity.linkage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The reasons of a score: the prior, then the weight of each comparison that both records have a value for, then what
 * is taken off because two people of one household would look like this too. They sum to the score, to the last bit.
 *
 * @param first one record
 * @param second the other
 * @param prior natural log-odds that two records drawn at random belong together
 * @param steps the weights in the order of the attributes
 * @param household natural log-odds, at most 0
 * @param rule the first blocking rule that brings the two together; empty where none does
 */
public record Waterfall(
        RecordRef first,
        RecordRef second,
        double prior,
        List<WaterfallStep> steps,
        double household,
        Optional<BlockingRule> rule) {

    /** Copies the steps. */
    public Waterfall {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(rule, "rule");
        steps = List.copyOf(steps);
    }

    /** Returns the score, the sum of prior, weights and household, in natural log-odds. */
    public double score() {
        double score = prior;
        for (WaterfallStep step : steps) {
            score += step.weight();
        }
        return score + household;
    }

    /** Returns the probability that the two belong together, from 0 to 1. */
    public double probability() {
        return LogOdds.toProbability(score());
    }
}
