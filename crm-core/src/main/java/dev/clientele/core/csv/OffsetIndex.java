package dev.clientele.core.csv;

/** Places in a file by digests of 64 bits, in 16 bytes a slot. Not thread-safe. */
final class OffsetIndex {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] digests = new long[FIRST_CAPACITY];
    /** One more than the place; 0 where nothing is. */
    private long[] places = new long[FIRST_CAPACITY];

    private int size;

    /** Returns the place that was put for a digest last; -1 if there is none. */
    long get(long digest) {
        return places[slot(digest)] - 1;
    }

    void put(long digest, long place) {
        int slot = slot(digest);
        if (places[slot] == 0) {
            if (size >= digests.length / 4 * 3) {
                grow();
                slot = slot(digest);
            }
            size++;
        }
        digests[slot] = digest;
        places[slot] = place + 1;
    }

    private int slot(long digest) {
        int mask = digests.length - 1;
        int slot = (int) digest & mask;
        while (places[slot] != 0 && digests[slot] != digest) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldDigests = digests;
        long[] oldPlaces = places;
        digests = new long[oldDigests.length * 2];
        places = new long[oldDigests.length * 2];
        for (int i = 0; i < oldDigests.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldDigests[i]);
                digests[slot] = oldDigests[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
