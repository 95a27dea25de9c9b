package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.comparison.Fingerprint;

/** Short texts that stand for values without telling them. */
final class Digests {

    private Digests() {}

    static String of(String text) {
        return Long.toUnsignedString(Fingerprint.of(text), Character.MAX_RADIX);
    }
}
