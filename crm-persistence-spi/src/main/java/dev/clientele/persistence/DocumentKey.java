package dev.clientele.persistence;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Names one document of a tenant.
 *
 * @param type name of its {@link DocumentType}
 * @param id unique within tenant and type
 */
public record DocumentKey(String type, UUID id) implements Serializable {

    /** Checks that nothing is null. */
    public DocumentKey {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /** Returns the key of the document that a write is about. */
    public static DocumentKey of(Write write) {
        return new DocumentKey(write.type(), write.id());
    }

    /** Returns the key of a document. */
    public static DocumentKey of(Document document) {
        return new DocumentKey(document.type(), document.id());
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
