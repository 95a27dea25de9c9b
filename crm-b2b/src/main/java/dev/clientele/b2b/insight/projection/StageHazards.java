package dev.clientele.b2b.insight.projection;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** The hazards of each next step, by day in a stage. */
final class StageHazards {

    private final double[] toWon;
    private final double[] leaving;
    private final Map<String, double[]> onward;

    /** Takes the arrays as they are: all of one length. */
    StageHazards(double[] toWon, double[] leaving, Map<String, double[]> onward) {
        this.toWon = toWon;
        this.leaving = leaving;
        this.onward = ImmutableMap.copyOf(onward);
    }

    int length() {
        return toWon.length;
    }

    double toWon(int day) {
        return toWon[day];
    }

    double leaving(int day) {
        return leaving[day];
    }

    Map<String, double[]> onward() {
        return onward;
    }
}
