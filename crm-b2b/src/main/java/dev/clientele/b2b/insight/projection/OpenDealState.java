package dev.clientele.b2b.insight.projection;

import java.util.Objects;

/**
 * The state of an open deal on a day.
 *
 * @param stage the stage's id
 * @param daysInStage days since it came into the stage, zero or more
 * @param age days since it was opened, zero or more
 */
public record OpenDealState(String stage, int daysInStage, int age) {

    /** Checks the numbers. */
    public OpenDealState {
        Objects.requireNonNull(stage, "stage");
        if (daysInStage < 0 || age < daysInStage) {
            throw new IllegalArgumentException(
                    "days must be 0 to the age, got " + daysInStage + " in stage of " + age + " in all");
        }
    }
}
