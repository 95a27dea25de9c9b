package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.Objects;

/**
 * A part of one attribute.
 *
 * @param attribute index of the attribute in the model
 * @param kind the attribute's kind
 * @param part the part of its value
 */
public record BlockingKey(int attribute, AttributeKind kind, KeyPart part) {

    /** Checks that the index isn't negative. */
    public BlockingKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(part, "part");
        if (attribute < 0) {
            throw new IllegalArgumentException("attribute must not be negative but was " + attribute);
        }
    }

    /** The fingerprint of a record's part; 0 where it has none. Given and family names have the same for the same name. */
    long of(PreparedRecord record) {
        ComparedValue value = record.at(attribute);
        long part = value == null ? 0 : this.part.fingerprint(value);
        return part == 0 ? 0 : Fingerprint.of(part, salt());
    }

    private long salt() {
        boolean personal = kind == AttributeKind.GIVEN || kind == AttributeKind.FAMILY;
        return part.code() + (personal ? 1_000 : 1_000_000L * (attribute + 1));
    }
}
