package dev.clientele.persistence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A type of append-only log: its declared fields and indexes. Immutable and thread-safe.
 *
 * <p>Beside its declared fields every entry has the fields {@value #KEY} (text) and {@value #OCCURRED_AT} (instant), which
 * criteria and aggregations may name like any other.
 */
public final class LogType {

    /** The built-in field: the entry's idempotency key. */
    public static final String KEY = "key";

    /** The built-in field: the time at which the entry's event happened. */
    public static final String OCCURRED_AT = "occurred_at";

    private static final Set<String> RESERVED =
            Set.of(KEY, OCCURRED_AT, "tenant", "position", "subject", "subjects", "body", "id");

    private final String name;
    private final List<DeclaredField> fields;
    private final List<Index> indexes;
    private final DeclaredFields declared;

    /**
     * Declares a log.
     *
     * @throws IllegalArgumentException if a name is repeated or reserved, or an index names an unfit field
     */
    public LogType(String name, List<DeclaredField> fields, List<Index> indexes) {
        DeclaredField.requireName(name);
        this.name = name;
        this.fields = List.copyOf(fields);
        this.indexes = List.copyOf(indexes);
        this.declared = new DeclaredFields(
                name,
                fields,
                RESERVED,
                List.of(DeclaredField.text(KEY, StoredText.MAX_KEY), DeclaredField.of(OCCURRED_AT, FieldType.INSTANT)));
        for (DeclaredField field : fields) {
            if (field.computed()) {
                throw new IllegalArgumentException(
                        name + ": a log has no computed fields, but declares " + field.name());
            }
        }
        Set<String> names = new HashSet<>();
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

    /** Returns the indexes; reading by subject, time, key and position needs none. */
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

    /**
     * Returns the entry with every value in canonical form. Adapters call it on everything that they append.
     *
     * @throws InvalidRecordException if a field isn't declared or a value doesn't fit its field
     */
    @SuppressWarnings("ReferenceEquality") // the same map says that nothing was changed
    public LogEntry canonical(LogEntry entry) {
        StoredText.requireBody(name, entry.body());
        StoredText.requireValidText(name, KEY, entry.key(), StoredText.MAX_KEY);
        Object occurredAt;
        try {
            occurredAt = Objects.requireNonNull(CanonicalValues.value(declared.get(OCCURRED_AT), entry.occurredAt()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRecordException(name, OCCURRED_AT, String.valueOf(e.getMessage()));
        }
        Map<String, Object> values = declared.canonical(entry.fields());
        if (values == entry.fields() && occurredAt.equals(entry.occurredAt())) {
            return entry;
        }
        return new LogEntry(
                entry.key(), entry.subjects(), (Instant) occurredAt, values, entry.body(), entry.position());
    }

    /**
     * Returns a redaction with every value in canonical form. Adapters call it on everything that they redact.
     *
     * @throws InvalidRecordException if a field isn't declared or a value doesn't fit its field
     */
    public Redaction canonical(Redaction redaction) {
        StoredText.requireBody(name, redaction.body());
        return new Redaction(redaction.key(), declared.canonical(redaction.fields()), redaction.body());
    }

    DeclaredFields declared() {
        return declared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogType that
                && name.equals(that.name)
                && fields.equals(that.fields)
                && indexes.equals(that.indexes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, fields);
    }

    @Override
    public String toString() {
        return "LogType[" + name + ", " + fields.size() + " fields]";
    }
}
