package dev.clientele.core.entity;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a stored record, read without the rest of it. Immutable and thread-safe. {@code toString} shows no values.
 *
 * @param <T> the record type
 */
public final class RecordColumns<T> {

    private final Id<T> id;
    private final long version;
    private final FieldReader row;

    private RecordColumns(Id<T> id, long version, FieldReader row) {
        this.id = id;
        this.version = version;
        this.row = row;
    }

    /** Returns the columns of a row that storage gave; its body isn't looked at. */
    public static <T> RecordColumns<T> of(Document row) {
        return new RecordColumns<>(Id.of(row.id()), row.version(), row);
    }

    /**
     * Returns the columns of a record that was read as a whole.
     *
     * @throws IllegalStateException if it has no id yet
     */
    public static <T extends Entity<T>> RecordColumns<T> of(T record) {
        return new RecordColumns<>(record.id(), record.version(), record.columns());
    }

    /** Returns the record's id. */
    public Id<T> id() {
        return id;
    }

    /** Returns the record's version. */
    public long version() {
        return version;
    }

    /**
     * Returns the value of a field that was asked for, or null if there is none. (Of a field that wasn't asked for it is null or the
     * value.)
     *
     * @throws IllegalArgumentException if the field lives in the body and has no column
     */
    public <V> @Nullable V get(Field<T, V> field) {
        field.codec().sortColumn(); // refuses what has no column
        return field.codec().valueOf(row);
    }

    /** Returns the value of a field that was asked for, if there is one; otherwise as {@link #get}. */
    public <V> Optional<V> find(Field<T, V> field) {
        return Optional.ofNullable(get(field));
    }

    /**
     * Returns the value of a field that was asked for and always has one.
     *
     * @throws IllegalStateException if it has none
     */
    public <V> V require(Field<T, V> field) {
        V value = get(field);
        if (value == null) {
            throw new IllegalStateException("the record has no " + field.name());
        }
        return value;
    }

    @Override
    public String toString() {
        return "columns of " + id + " v" + version;
    }
}
