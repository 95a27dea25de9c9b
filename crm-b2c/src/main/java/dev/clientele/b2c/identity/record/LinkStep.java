package dev.clientele.b2c.identity.record;

import java.util.Locale;
import java.util.Objects;

/**
 * The comparison of one attribute of two records.
 *
 * @param attribute its name
 * @param level the level that the comparison ended in, such as {@code equal}
 * @param weight natural log-odds added
 */
public record LinkStep(String attribute, String level, double weight) {

    /** Checks that all is there. */
    public LinkStep {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(level, "level");
    }

    /** Returns the step in words, such as {@code given equal +4.1}. */
    public String words() {
        return attribute + " " + level + " " + String.format(Locale.ROOT, "%+.1f", weight);
    }
}
