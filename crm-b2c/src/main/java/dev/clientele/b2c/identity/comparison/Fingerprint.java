package dev.clientele.b2c.identity.comparison;

/**
 * A hash of 64 bits that is the same on every machine (FNV-1a with the finisher of MurmurHash3).
 *
 * <p>Guava's hash functions give the same guarantee but allocate for each value; this is called for every key of every
 * record.
 */
public final class Fingerprint {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** Returns the fingerprint of a text. */
    public static long of(String text) {
        return of(text, 0, text.length());
    }

    /** Returns the fingerprint of the part of a text from {@code start}, inclusive, to {@code end}, exclusive. */
    public static long of(String text, int start, int end) {
        long hash = BASIS;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** Returns the fingerprint of two fingerprints in this order. */
    public static long of(long first, long second) {
        return mix(first * 31 + Long.rotateLeft(second, 17));
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
