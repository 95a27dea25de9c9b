package dev.clientele.core.tenantfield;

import dev.clientele.core.codec.NamedValueCriteria;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.value.NamedValues;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the values of one field of a tenant. Knows the field's name and kind and asks no database: that the tenant has defined
 * such a field is checked when a record is stored. Immutable and thread-safe.
 *
 * <p>Its criteria have no column: the library evaluates them on the records that the rest of a query leaves, each read with its body. So
 * they cost as much as reading those, whatever they find: a count reads them all, a page reads on until it is full. Narrow a query by declared fields first, and declare a field that is
 * searched all day. They can't be sorted by, nor stand in an access policy.
 *
 * @param <T> the record type
 * @param <V> the type of the values
 */
public sealed class TenantFieldHandle<T extends Entity<T>, V> permits OrderedTenantField, TextSetTenantField {

    private final BodyField<T, NamedValues> field;
    private final String name;
    private final Function<V, Object> write;
    private final Function<Object, @Nullable V> read;
    private final Function<String, Object> parse;

    /**
     * Creates a handle.
     *
     * @param write makes what is kept of a value
     * @param read makes a value of what is kept; null of what is of another kind
     * @param parse makes what is kept of a text
     */
    TenantFieldHandle(
            BodyField<T, NamedValues> field,
            String name,
            Function<V, Object> write,
            Function<Object, @Nullable V> read,
            Function<String, Object> parse) {
        this.field = field;
        this.name = NamedValues.requireName(name);
        this.write = write;
        this.read = read;
        this.parse = parse;
    }

    /** Returns the field's name. */
    public final String name() {
        return name;
    }

    /** Returns the value of a record; empty if it has none, or one of another kind. */
    public final Optional<V> find(T record) {
        NamedValues values = record.get(field);
        Object kept = values == null ? null : values.get(name);
        return kept == null ? Optional.empty() : Optional.ofNullable(read.apply(kept));
    }

    /**
     * Returns a copy of a record with this value; null takes the value away.
     *
     * @throws InvalidException if no field of a tenant can have the value
     */
    public final T with(T record, @Nullable V value) {
        NamedValues values = record.getOrDefault(field, NamedValues.none());
        try {
            return record.with(field, values.with(name, value == null ? null : write.apply(value)));
        } catch (InvalidValueException e) {
            throw InvalidException.of(record.entityType().name(), e.violation().under(field.name()));
        }
    }

    /**
     * Writes the value of a record as one text, such as the cell of a CSV file, that {@link #parse} reads back; empty if it has none. A
     * set is written as {@link dev.clientele.core.entity.Field#format} does.
     */
    public final Optional<String> format(T record) {
        return find(record).map(write).map(this::text);
    }

    String text(Object kept) {
        return kept instanceof BigDecimal number ? number.toPlainString() : kept.toString();
    }

    /**
     * Reads the value that a text stands for.
     *
     * @throws InvalidValueException if it stands for none; the text isn't repeated
     */
    public final V parse(String text) {
        V value;
        try {
            value = read.apply(parse.apply(text.strip()));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (value == null) {
            throw unreadable();
        }
        return value;
    }

    private InvalidValueException unreadable() {
        return new InvalidValueException(name, ViolationCode.FORM, "must be of the kind of the field");
    }

    /** Returns criteria for the records with exactly this value. */
    public final Criteria is(V value) {
        return Criteria.equal(criteriaName(), write.apply(value));
    }

    /** Returns criteria for the records with one of these values. */
    public final Criteria isIn(Collection<? extends V> values) {
        return Criteria.in(criteriaName(), values.stream().map(write).toList());
    }

    /** Returns criteria for the records without a value. */
    public final Criteria isMissing() {
        return Criteria.missing(criteriaName());
    }

    /** Returns criteria for the records with a value. */
    public final Criteria isPresent() {
        return isMissing().negate();
    }

    final String criteriaName() {
        return NamedValueCriteria.nameOf(field.name(), name);
    }

    final Object toKept(V value) {
        return write.apply(value);
    }

    @Override
    public final String toString() {
        return criteriaName();
    }
}
