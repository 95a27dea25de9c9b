package dev.clientele.b2c.identity.linkage;

import java.util.Objects;

/**
 * One step of a waterfall.
 *
 * @param attribute the attribute compared
 * @param level the level the comparison ended in
 * @param weight natural log-odds added
 */
public record WaterfallStep(RecordAttribute attribute, String level, double weight) {

    /** Checks that all is there. */
    public WaterfallStep {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(level, "level");
    }
}
