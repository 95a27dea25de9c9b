package dev.clientele.b2c.identity.resolution;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/** The records that have a key, and the keys that have turned generic. Not thread-safe. */
final class KeyPostings {

    private static final int END = -1;

    /** By key the number of its only record, or the complement of the entry with which its list begins. */
    private final KeyTable first = new KeyTable();

    private final IntList records = new IntList();
    private final IntList next = new IntList();
    private int free = END;
    private final Set<Long> generic = new HashSet<>();

    void add(long key, int record) {
        int head = first.get(key);
        if (head == KeyTable.NONE) {
            first.put(key, record);
        } else {
            int rest = head >= 0 ? entry(head, END) : ~head;
            first.put(key, ~entry(record, rest));
        }
    }

    private int entry(int record, int rest) {
        if (free == END) {
            records.add(record);
            return next.add(rest);
        }
        int entry = free;
        free = next.get(entry);
        records.set(entry, record);
        next.set(entry, rest);
        return entry;
    }

    /** Removes a record from a key; a key that nobody has isn't generic any more. */
    void remove(long key, int record) {
        unlink(key, record);
        if (first.get(key) == KeyTable.NONE) {
            generic.remove(key);
        }
    }

    private void unlink(long key, int record) {
        int head = first.get(key);
        if (head == KeyTable.NONE || head >= 0) {
            if (head == record) {
                first.put(key, KeyTable.NONE);
            }
            return;
        }
        int before = END;
        for (int entry = ~head; entry != END; before = entry, entry = next.get(entry)) {
            if (records.get(entry) == record) {
                unlink(key, before, entry);
                return;
            }
        }
    }

    private void unlink(long key, int before, int entry) {
        int rest = next.get(entry);
        if (before != END) {
            next.set(before, rest);
        } else {
            first.put(key, rest == END ? KeyTable.NONE : ~rest);
        }
        next.set(entry, free);
        free = entry;
    }

    void visit(long key, IntConsumer visitor) {
        int head = first.get(key);
        if (head >= 0) {
            visitor.accept(head);
        } else if (head != KeyTable.NONE) {
            for (int entry = ~head; entry != END; entry = next.get(entry)) {
                visitor.accept(records.get(entry));
            }
        }
    }

    /** Adds one of the records that have a key, if there is any. */
    void addFirst(long key, Set<Integer> to) {
        int head = first.get(key);
        if (head != KeyTable.NONE) {
            to.add(head >= 0 ? head : records.get(~head));
        }
    }

    /** Returns whether a key has this many records at least. */
    boolean has(long key, int count) {
        int head = first.get(key);
        int seen = head >= 0 ? 1 : 0;
        if (head < 0 && head != KeyTable.NONE) {
            for (int entry = ~head; entry != END && seen < count; entry = next.get(entry)) {
                seen++;
            }
        }
        return seen >= count;
    }

    boolean isGeneric(long key) {
        return generic.contains(key);
    }

    void setGeneric(long key, boolean now) {
        if (now) {
            generic.add(key);
        } else {
            generic.remove(key);
        }
    }
}
