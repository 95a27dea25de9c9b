package dev.clientele.core.change;

import java.util.AbstractList;
import java.util.List;

/**
 * The changes of one record, oldest first, and whether they are all. Changes that were {@linkplain ChangeFeed#prune pruned} are
 * missed, so that who judges by a history can tell one in which nothing happened from one that doesn't say. Immutable and
 * thread-safe.
 */
public final class ChangeHistory extends AbstractList<Change> {

    private final List<Change> changes;
    private final boolean complete;

    private ChangeHistory(List<Change> changes, boolean complete) {
        this.changes = changes;
        this.complete = complete;
    }

    /**
     * Returns a history.
     *
     * @param changes the changes that are there, in order
     * @param sinceVersion the version from which on they were asked for; 1 for all
     * @param storedVersion the version at which the record is stored; 0 if it isn't there
     */
    public static ChangeHistory of(List<Change> changes, long sinceVersion, long storedVersion) {
        List<Change> copy = List.copyOf(changes);
        return new ChangeHistory(copy, isComplete(copy, Math.max(1, sinceVersion), storedVersion));
    }

    /** Follows the versions: each is one further than the one before, and a record that was added again begins anew. */
    private static boolean isComplete(List<Change> changes, long since, long stored) {
        if (changes.isEmpty()) {
            return stored > 0 && stored < since;
        }
        long version = since - 1;
        boolean there = since > 1;
        for (Change change : changes) {
            switch (change.action()) {
                case ADDED -> {
                    if (there || change.version() != 1) {
                        return false;
                    }
                    there = true;
                    version = 1;
                }
                case SAVED -> {
                    if (!there || change.version() != version + 1) {
                        return false;
                    }
                    version = change.version();
                }
                case REMOVED -> {
                    if (!there || change.version() != version) {
                        return false;
                    }
                    there = false;
                }
                default -> throw new AssertionError(change.action());
            }
        }
        return there ? version == stored : stored == 0;
    }

    /**
     * Returns whether these are all changes that were asked for: no version of the record is missing up to the one that is stored.
     * False also where the record is gone and nothing is left to tell by, and of a type whose changes aren't recorded.
     */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Change get(int index) {
        return changes.get(index);
    }

    @Override
    public int size() {
        return changes.size();
    }
}
