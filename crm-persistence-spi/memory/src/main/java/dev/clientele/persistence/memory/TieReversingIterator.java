package dev.clientele.persistence.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that reverses runs of the same time: entries that come newest first with keys descending leave newest first
 * with keys ascending. It holds one run at a time. (NullAway takes what Guava's {@code PeekingIterator} returns for
 * nullable.)
 */
final class TieReversingIterator implements Iterator<LogEntryHolder> {

    private final Iterator<LogEntryHolder> source;
    private final Deque<LogEntryHolder> run = new ArrayDeque<>();
    private @Nullable LogEntryHolder ahead;

    TieReversingIterator(Iterator<LogEntryHolder> source) {
        this.source = source;
        this.ahead = nextOrNull();
    }

    @Override
    public boolean hasNext() {
        return !run.isEmpty() || ahead != null;
    }

    @Override
    public LogEntryHolder next() {
        if (run.isEmpty()) {
            LogEntryHolder first = ahead;
            if (first == null) {
                throw new NoSuchElementException();
            }
            LogEntryHolder slot = first;
            while (slot != null
                    && slot.entry().occurredAt().equals(first.entry().occurredAt())) {
                run.push(slot);
                slot = nextOrNull();
            }
            ahead = slot;
        }
        return run.pop();
    }

    private @Nullable LogEntryHolder nextOrNull() {
        return source.hasNext() ? source.next() : null;
    }
}
