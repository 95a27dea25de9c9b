package dev.clientele.b2b.insight.projection;

import java.time.LocalDate;

/** A method of projecting which of the open deals will be won. Pure and thread-safe. */
public interface ProjectionMethod {

    /** Returns the name in reports. */
    String name();

    /**
     * Learns a model from a history.
     *
     * @param known the history up to a day, with nothing after it
     * @param asOf that day
     * @param days the number of days ahead, at least 1
     * @throws NotEnoughHistoryException if there is too little to learn from
     */
    ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days);

    /** Returns the default method. */
    static ProjectionMethod standard() {
        return new LastPeriodByAge();
    }
}
