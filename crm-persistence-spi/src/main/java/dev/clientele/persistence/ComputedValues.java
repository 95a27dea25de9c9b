package dev.clientele.persistence;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a machine has computed about one document: values of computed fields, to be stored beside what people wrote (rule D11
 * of {@link StorageSession}).
 *
 * <p>{@code toString} shows the id only, since values may be personal.
 *
 * @param id the document's id
 * @param fields values by field name; a field without an entry becomes missing
 */
public record ComputedValues(UUID id, Map<String, Object> fields) {

    /** Copies the values. */
    public ComputedValues {
        Objects.requireNonNull(id, "id");
        fields = FieldValues.copyOf(fields);
    }

    @Override
    public String toString() {
        return "computed values of " + id;
    }
}
