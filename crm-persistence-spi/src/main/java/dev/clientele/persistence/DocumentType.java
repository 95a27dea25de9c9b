package dev.clientele.persistence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A type of document: its declared fields, unique keys and indexes. Immutable and thread-safe.
 *
 * <p>Beside its declared fields every document has the field {@value #ID}, the text of its UUID in lower case, which
 * criteria and sorts may name like any other.
 */
public final class DocumentType {

    /** The built-in field: the document's id in its canonical text form. */
    public static final String ID = "id";

    private static final Set<String> RESERVED = Set.of(ID, "tenant", "version", "body");

    private final String name;
    private final List<DeclaredField> fields;
    private final List<UniqueKey> uniqueKeys;
    private final List<Index> indexes;
    private final DeclaredFields declared;

    /**
     * Declares a type.
     *
     * @throws IllegalArgumentException if a name is repeated or reserved, or a key or index names an unfit field
     */
    public DocumentType(String name, List<DeclaredField> fields, List<UniqueKey> uniqueKeys, List<Index> indexes) {
        DeclaredField.requireName(name);
        this.name = name;
        this.fields = List.copyOf(fields);
        this.uniqueKeys = List.copyOf(uniqueKeys);
        this.indexes = List.copyOf(indexes);
        this.declared = new DeclaredFields(name, fields, RESERVED, List.of(DeclaredField.text(ID, 36)));
        Set<String> names = new HashSet<>();
        for (UniqueKey key : uniqueKeys) {
            KeyRules.check(name, key, declared);
            KeyRules.requireDistinct(name, key.name(), names);
        }
        for (Index index : indexes) {
            KeyRules.check(name, index, declared);
            KeyRules.requireDistinct(name, index.name(), names);
        }
    }

    /** Returns the name, unique among the document types and logs of a schema. */
    public String name() {
        return name;
    }

    /** Returns the declared fields without the built-in ones. */
    public List<DeclaredField> fields() {
        return fields;
    }

    /** Returns the unique keys, which bind within a tenant. */
    public List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    /** Returns the indexes. */
    public List<Index> indexes() {
        return indexes;
    }

    /**
     * Returns a declared or built-in field.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public DeclaredField field(String fieldName) {
        return declared.get(fieldName);
    }

    /** Returns the names of the computed fields, in declared order. */
    public Set<String> computedFields() {
        return declared.computed();
    }

    /**
     * Returns the document with every value in canonical form: decimals at their scale, instants in microseconds, empty
     * text sets and computed fields left out. Adapters call it on everything that they write, so that all refuse the same.
     *
     * @throws InvalidRecordException if a field isn't declared or a value doesn't fit its field
     */
    @SuppressWarnings("ReferenceEquality") // the same map says that nothing was changed
    public Document canonical(Document document) {
        if (!document.type().equals(name)) {
            throw new IllegalArgumentException("a " + document.type() + " is not a " + name);
        }
        StoredText.requireBody(name, document.body());
        Map<String, Object> values = declared.canonical(declared.withoutComputed(document.fields()));
        return values == document.fields()
                ? document
                : new Document(name, document.id(), document.version(), values, document.body());
    }

    /**
     * Returns computed values in canonical form. Adapters call it on everything that they compute.
     *
     * @param names the fields that are computed
     * @throws IllegalArgumentException if a name isn't that of a computed field
     * @throws InvalidRecordException if a value is of another field than those, or doesn't fit its field
     */
    public ComputedValues canonical(Set<String> names, ComputedValues values) {
        for (String field : names) {
            if (!declared.get(field).computed()) {
                throw new IllegalArgumentException(name + ": the field " + field + " isn't computed");
            }
        }
        for (String field : values.fields().keySet()) {
            if (!names.contains(field)) {
                throw new InvalidRecordException(name, field, "is not among those that are computed");
            }
        }
        return new ComputedValues(values.id(), declared.canonical(values.fields()));
    }

    DeclaredFields declared() {
        return declared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentType that
                && name.equals(that.name)
                && fields.equals(that.fields)
                && uniqueKeys.equals(that.uniqueKeys)
                && indexes.equals(that.indexes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, fields);
    }

    @Override
    public String toString() {
        return "DocumentType[" + name + ", " + fields.size() + " fields]";
    }
}
