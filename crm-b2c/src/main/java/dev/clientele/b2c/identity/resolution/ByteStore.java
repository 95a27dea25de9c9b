package dev.clientele.b2c.identity.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries of bytes one after the other in a few large arrays; those that are taken away leave gaps. Not thread-safe. */
final class ByteStore {

    private static final int CHUNK = 1 << 20;
    private static final int HEADER = 4;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private long live;

    /** Adds an entry and returns its place. */
    long add(byte[] entry) {
        int size = entry.length + HEADER;
        if (used + size > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, size)]);
            used = 0;
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        for (int i = 0; i < HEADER; i++) {
            chunk[used + i] = (byte) (entry.length >>> (8 * i));
        }
        System.arraycopy(entry, 0, chunk, used + HEADER, entry.length);
        long place = (chunks.size() - 1L) * CHUNK + used;
        used += size;
        live += size;
        return place;
    }

    byte[] get(long place) {
        byte[] chunk = chunks.get((int) (place / CHUNK));
        int start = (int) (place % CHUNK);
        return Arrays.copyOfRange(chunk, start + HEADER, start + HEADER + length(chunk, start));
    }

    private static int length(byte[] chunk, int start) {
        int length = 0;
        for (int i = 0; i < HEADER; i++) {
            length |= (chunk[start + i] & 0xff) << (8 * i);
        }
        return length;
    }

    /** Gives up an entry; its bytes stay until the store is written anew. */
    void remove(long place) {
        live -= HEADER + length(chunks.get((int) (place / CHUNK)), (int) (place % CHUNK));
    }

    /** Returns whether more than half of a large store is gaps. */
    boolean isSparse() {
        return chunks.size() > 2 && live < (long) chunks.size() * CHUNK / 2;
    }
}
