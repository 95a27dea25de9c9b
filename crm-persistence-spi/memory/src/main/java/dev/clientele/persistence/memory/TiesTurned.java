package dev.clientele.persistence.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Turns runs of the same time around: entries that come newest first with keys descending leave newest first with keys
 * ascending. It holds one run at a time.
 */
final class TiesTurned implements Iterator<Slot> {

    private final Iterator<Slot> source;
    private final Deque<Slot> run = new ArrayDeque<>();
    private @Nullable Slot ahead;

    TiesTurned(Iterator<Slot> source) {
        this.source = source;
        this.ahead = pull();
    }

    @Override
    public boolean hasNext() {
        return !run.isEmpty() || ahead != null;
    }

    @Override
    public Slot next() {
        if (run.isEmpty()) {
            Slot first = ahead;
            if (first == null) {
                throw new NoSuchElementException();
            }
            Slot slot = first;
            while (slot != null
                    && slot.entry().occurredAt().equals(first.entry().occurredAt())) {
                run.push(slot);
                slot = pull();
            }
            ahead = slot;
        }
        return run.pop();
    }

    private @Nullable Slot pull() {
        return source.hasNext() ? source.next() : null;
    }
}
