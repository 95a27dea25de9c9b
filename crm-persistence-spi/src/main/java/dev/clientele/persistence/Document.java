package dev.clientele.persistence;

import dev.clientele.persistence.criteria.FieldReader;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored record: an id, a version, declared fields and an opaque body.
 *
 * <p>{@code toString} shows type, id and version only, since values may be personal.
 *
 * @param type name of its {@link DocumentType}
 * @param id unique within tenant and type
 * @param version 0 before it is first stored, 1 after, one more with each replacement
 * @param fields canonical values by field name; a missing value has no entry
 * @param body any text without NUL and unpaired surrogates up to 1,048,576 UTF-16 units, returned character for character
 */
public record Document(String type, UUID id, long version, Map<String, Object> fields, String body)
        implements FieldReader {

    /** Copies the fields. */
    public Document {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(body, "body");
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative, got " + version);
        }
        fields = FieldValues.copyOf(fields);
    }

    /** Returns this document at another version. */
    public Document atVersion(long newVersion) {
        return new Document(type, id, newVersion, fields, body);
    }

    /** Reads a declared field, or {@link DocumentType#ID}. */
    @Override
    public @Nullable Object read(String field) {
        return field.equals(DocumentType.ID) ? id.toString() : fields.get(field);
    }

    @Override
    public String toString() {
        return type + " " + id + " v" + version;
    }
}
