package dev.clientele.core.merge;

import java.util.List;
import java.util.Objects;

/**
 * A merge that was taken back.
 *
 * @param merge as it is stored now
 * @param conflicts what was left as it was found, since others had a hand in it after the merge; none if all is as before
 */
public record MergeUndoResult(Merge merge, List<UndoConflict> conflicts) {

    /** Copies the list. */
    public MergeUndoResult {
        Objects.requireNonNull(merge, "merge");
        conflicts = List.copyOf(conflicts);
    }

    /** Returns whether everything that the merge did was taken back. */
    public boolean isComplete() {
        return conflicts.isEmpty();
    }
}
