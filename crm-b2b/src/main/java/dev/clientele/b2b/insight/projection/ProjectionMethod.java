package dev.clientele.b2b.insight.projection;

import java.time.LocalDate;

/** A way to say which of the open deals will be won. Pure and thread-safe. */
public interface ProjectionMethod {

    /** The name, by which reports call it. */
    String name();

    /**
     * Learns.
     *
     * @param known the history up to a day, with nothing after it
     * @param asOf that day
     * @param days how far ahead, at least 1
     * @throws NotEnoughHistoryException if there is too little to learn from, telling what is missing
     */
    ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days);

    /** The method that is used unless another is asked for. */
    static ProjectionMethod standard() {
        return new LastPeriodByAge();
    }
}
