package dev.clientele.b2c.identity.record;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;

/** The key of a sighting: two with the same identifiers have the same. */
final class SightingDigest {

    private SightingDigest() {}

    static String of(Statement statement) {
        if (statement.identifiers().isEmpty() && statement.person().isEmpty()) {
            throw new InvalidValueException(
                    "identifiers", ViolationCode.REQUIRED, "a sighting must have at least one identifier");
        }
        String text = statement.text();
        return Long.toUnsignedString(Fingerprint.of(text), 36)
                + Long.toUnsignedString(Fingerprint.of("again " + text), 36);
    }
}
