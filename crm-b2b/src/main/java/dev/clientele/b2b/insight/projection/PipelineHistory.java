package dev.clientele.b2b.insight.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The paths of many deals. Immutable and thread-safe.
 *
 * @param paths the paths, of open and closed deals
 */
public record PipelineHistory(List<DealPath> paths) {

    /** Copies the list. */
    public PipelineHistory {
        paths = paths instanceof PathList ? paths : List.copyOf(paths);
    }

    /** Returns the history as it was known at the end of a day: deals opened by then, and their steps by then. */
    public PipelineHistory until(LocalDate day) {
        return new PipelineHistory(PathList.until(paths, day));
    }

    /** Returns the states of all deals that were open at the end of a day. */
    public List<OpenDealState> openOn(LocalDate day) {
        return paths.stream()
                .map(track -> track.stateOn(day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Counts the deals that were open at the end of one day and won at the end of a later one. */
    public long countWonBetween(LocalDate openOn, LocalDate wonBy) {
        return paths.stream().filter(track -> track.isWonBetween(openOn, wonBy)).count();
    }

    /** Returns the value of those deals when they were won. */
    public double valueWonBetween(LocalDate openOn, LocalDate wonBy) {
        return paths.stream()
                .filter(track -> track.isWonBetween(openOn, wonBy))
                .mapToDouble(track -> track.until(wonBy).value())
                .sum();
    }
}
