package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.Objects;

/** A column by which records are compared: its name and the kind of thing it holds. */
public record RecordAttribute(String name, AttributeKind kind) {

    /** Checks that both are there and the name isn't blank. */
    public RecordAttribute {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /** Returns an attribute that bears the name of its kind. */
    public static RecordAttribute of(AttributeKind kind) {
        return new RecordAttribute(kind.label(), kind);
    }
}
