package dev.clientele.b2b.merge;

import java.util.List;
import java.util.Objects;

/**
 * A merge that was taken back.
 *
 * @param merge as it is stored now
 * @param kept what was left as it was found, since others had a hand in it after the merge; none if all is as before
 */
public record Undone(Merge merge, List<Kept> kept) {

    /** Copies the list. */
    public Undone {
        Objects.requireNonNull(merge, "merge");
        kept = List.copyOf(kept);
    }

    /** Whether everything that the merge did was taken back. */
    public boolean isWhole() {
        return kept.isEmpty();
    }
}
