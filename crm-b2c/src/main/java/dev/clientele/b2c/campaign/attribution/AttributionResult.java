package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The credit of every channel by every model, with the numbers that it was computed from.
 *
 * @param lookBack the part of a path that could earn credit
 * @param conversions the attributed conversions, to which the credits of every model sum
 * @param value their value, in the one currency of the paths
 * @param nonConversions the number of times that a path with a touch ended without a conversion
 * @param unattributed the paths without a touch in the look-back window
 * @param rules the credits by each rule, in the order of the settings
 * @param markov the Markov models by rising order
 * @param shapley the Shapley values over sets of channels
 */
public record AttributionResult(
        LookBackWindow lookBack,
        long conversions,
        double value,
        long nonConversions,
        UnattributedPaths unattributed,
        List<ModelCredits> rules,
        List<MarkovAttribution> markov,
        ModelCredits shapley) {

    /** The line to show beside every figure of attribution. */
    public static final String CAVEAT =
            "Attribution isn't causation: it divides conversions among touches; what a channel caused only an experiment shows.";

    /** Copies the lists. */
    public AttributionResult {
        Objects.requireNonNull(lookBack, "lookBack");
        Objects.requireNonNull(unattributed, "unattributed");
        Objects.requireNonNull(shapley, "shapley");
        rules = List.copyOf(rules);
        markov = List.copyOf(markov);
    }

    /** Returns the share of attributed paths that ended in a conversion; 0 without paths. */
    public double conversionRate() {
        double all = (double) conversions + nonConversions;
        return all == 0 ? 0 : conversions / all;
    }

    /**
     * Returns the credits by a rule.
     *
     * @throws IllegalArgumentException if the rule wasn't in the settings
     */
    public ModelCredits by(AttributionRule rule) {
        return rules.stream()
                .filter(credits -> credits.model().equals(rule.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule must be one of the settings"));
    }

    /** Returns the credits of all models: rules, Markov models and Shapley. */
    public List<ModelCredits> models() {
        List<ModelCredits> result = new ArrayList<>(rules);
        markov.forEach(model -> result.add(model.credits()));
        result.add(shapley);
        return result;
    }

    /** Returns lines of text that say what was computed from how much and by which method, the caveat last. */
    public List<String> explain() {
        List<String> lines = new ArrayList<>();
        lines.add(conversions + " conversions and " + nonConversions + " paths without one, look-back: " + lookBack);
        lines.add(unattributed.conversions() + " conversions without a touch in the window are credited to no channel");
        rules.forEach(
                rule -> lines.add(rule.model() + ": rule on the places or ages of touches, credits sum to the total"));
        for (MarkovAttribution model : markov) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Markov order %d: removal from an absorbing chain of %d states, solved exactly; conversion probability %.10f",
                    model.order(),
                    model.states(),
                    model.conversionProbability()));
        }
        lines.add(
                "Shapley: exact value of the game in which a set of channels earns the conversions of paths within it");
        lines.add(CAVEAT);
        return lines;
    }
}
