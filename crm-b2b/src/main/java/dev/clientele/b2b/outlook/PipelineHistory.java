package dev.clientele.b2b.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The ways of many deals. Immutable and thread-safe.
 *
 * @param tracks all of them, whether open or closed
 */
public record PipelineHistory(List<Track> tracks) {

    /** Copies the list. */
    public PipelineHistory {
        tracks = List.copyOf(tracks);
    }

    /** What was known at the end of a day: deals opened by then, and what had become of them by then. */
    public PipelineHistory until(LocalDate day) {
        return new PipelineHistory(tracks.stream()
                .map(track -> track.until(day))
                .filter(track -> !track.steps().isEmpty())
                .toList());
    }

    /** How every deal stood that was open at the end of a day. */
    public List<Standing> openOn(LocalDate day) {
        return tracks.stream()
                .map(track -> track.standing(day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many deals that were open at the end of one day stood won at the end of a later one. */
    public long wonBetween(LocalDate openOn, LocalDate wonBy) {
        return tracks.stream().filter(track -> track.wonBetween(openOn, wonBy)).count();
    }

    /** What those deals were worth when they were won. */
    public double worthBetween(LocalDate openOn, LocalDate wonBy) {
        return tracks.stream()
                .filter(track -> track.wonBetween(openOn, wonBy))
                .mapToDouble(track -> track.until(wonBy).worth())
                .sum();
    }
}
