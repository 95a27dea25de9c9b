package dev.clientele.b2c.identity.record;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The reason that a record belongs to the same person as another one.
 *
 * @param record the id of the other record
 * @param rule the name of the identifier type that both have a value of, {@link #MATCH}, {@link #BY_HAND} or {@link #OWN}
 * @param prior natural log-odds that two records drawn at random belong together; 0 but for {@link #MATCH}
 * @param steps the weights of the comparisons; none but for {@link #MATCH}
 * @param household natural log-odds taken off since two people of one household would look like this too, at most 0
 * @param probability from 0 to 1; 1 where a rule or a person decided
 */
public record LinkReason(
        UUID record, String rule, double prior, List<LinkStep> steps, double household, double probability) {

    /** The rule of a link by comparison of all that is said. */
    public static final String MATCH = "match";
    /** The rule of a link that somebody decided on. */
    public static final String BY_HAND = "by-hand";
    /** The rule of what was entered by hand about the very person. */
    public static final String OWN = "own";

    /** Copies the steps. */
    public LinkReason {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(rule, "rule");
        steps = List.copyOf(steps);
    }

    /** Returns the reason of a link that is certain. */
    public static LinkReason certain(UUID record, String rule) {
        return new LinkReason(record, rule, 0, List.of(), 0, 1);
    }

    /** Returns the sum of prior, weights and household, in natural log-odds; 0 where a rule or a person decided. */
    public double score() {
        double score = prior;
        for (LinkStep step : steps) {
            score += step.weight();
        }
        return score + household;
    }

    /** Returns the reason in words, such as {@code email}, or {@code match: given equal +4.1, city different -0.7}. */
    public String words() {
        if (steps.isEmpty()) {
            return rule;
        }
        StringBuilder words = new StringBuilder(rule).append(':');
        String separator = " ";
        for (LinkStep step : steps) {
            words.append(separator).append(step.words());
            separator = ", ";
        }
        return words.toString();
    }
}
