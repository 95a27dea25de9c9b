package dev.clientele.b2b.insight.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The ways of many deals. Immutable and thread-safe.
 *
 * @param paths all of them, whether open or closed
 */
public record PipelineHistory(List<DealPath> paths) {

    /** Copies the list. */
    public PipelineHistory {
        paths = List.copyOf(paths);
    }

    /** What was known at the end of a day: deals opened by then, and what had become of them by then. */
    public PipelineHistory until(LocalDate day) {
        return new PipelineHistory(paths.stream()
                .map(track -> track.until(day))
                .filter(track -> !track.steps().isEmpty())
                .toList());
    }

    /** How every deal stood that was open at the end of a day. */
    public List<OpenDealState> openOn(LocalDate day) {
        return paths.stream()
                .map(track -> track.stateOn(day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many deals that were open at the end of one day stood won at the end of a later one. */
    public long countWonBetween(LocalDate openOn, LocalDate wonBy) {
        return paths.stream().filter(track -> track.isWonBetween(openOn, wonBy)).count();
    }

    /** What those deals were worth when they were won. */
    public double valueWonBetween(LocalDate openOn, LocalDate wonBy) {
        return paths.stream()
                .filter(track -> track.isWonBetween(openOn, wonBy))
                .mapToDouble(track -> track.until(wonBy).value())
                .sum();
    }
}
