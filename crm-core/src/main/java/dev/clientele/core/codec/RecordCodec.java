package dev.clientele.core.codec;

import com.google.common.collect.ImmutableSet;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Set;

/**
 * Converts records of one type to their stored form and back. Immutable and thread-safe.
 *
 * @param <T> the record type
 */
public abstract sealed class RecordCodec<T> permits EntityCodec, EventCodec {

    final String name;
    final FieldMapCodec values;
    private final Set<String> columnNames;

    RecordCodec(String name, FieldMapCodec values, List<DeclaredField> columns, String... builtIn) {
        this.name = name;
        this.values = values;
        this.columnNames = ImmutableSet.<String>builder()
                .addAll(columns.stream().map(DeclaredField::name).iterator())
                .add(builtIn)
                .build();
    }

    /** Returns the codec of a type. */
    public static <T> RecordCodec<T> of(StoredType<T> type) {
        return type.codec;
    }

    /** Returns whether records that older versions of the type have stored are upcast. */
    public final boolean hasSteps() {
        return values.hasSteps();
    }

    /** Finds everything that is wrong with values: unknown fields, missing ones, text that can't be stored. */
    public final List<Violation> violations(FieldMap fields) {
        return values.violations(fields);
    }

    /**
     * Returns the column by which records are sorted and grouped for a field: for money its amount's, for the currency of an
     * amount its own.
     *
     * @throws IllegalArgumentException if the field lives in the body only
     */
    public final String sortColumn(String field) {
        return values.find(field).map(FieldCodec::sortColumn).orElse(field);
    }

    /**
     * Returns the column by which records are sorted for a text without regard to case.
     *
     * @throws IllegalArgumentException if the field isn't a searchable text
     */
    public final String foldedColumn(String field) {
        return values.find(field)
                .filter(TextCodec.class::isInstance)
                .map(TextCodec.class::cast)
                .filter(TextCodec::isSearchable)
                .map(TextCodec::foldedName)
                .orElseThrow(() -> new IllegalArgumentException("the field " + field + " isn't declared searchable"));
    }

    /**
     * Returns the columns of which a field's value is read.
     *
     * @throws IllegalArgumentException if the field lives in the body only
     */
    public final List<String> columnsOf(String field) {
        FieldCodec<?> codec = values.find(field).orElse(null);
        if (codec == null) {
            return List.of(field); // the column beside another field, such as that of a currency
        }
        codec.sortColumn(); // refuses what has no column
        return codec.columns().stream().map(DeclaredField::name).toList();
    }

    /** Returns whether criteria know this name: that of a column, built-in ones included, or of a value within a field that holds such. */
    public final boolean declares(String criteriaName) {
        return columnNames.contains(criteriaName)
                || NamedValueCriteria.fieldOf(criteriaName)
                        .filter(values::hasNamedValues)
                        .isPresent();
    }

    /**
     * Returns a criteria with its constants as storage keeps them.
     *
     * @throws InvalidValueException if it doesn't fit the type's fields: criteria come from screens and stored views, too
     */
    public final Criteria checkCriteria(Criteria criteria) {
        try {
            return normalize(criteria);
        } catch (IllegalArgumentException e) { // of the storage contract, which knows no kind of its own
            throw new InvalidValueException("", ViolationCode.FORM, String.valueOf(e.getMessage()));
        }
    }

    /** Returns a criteria with its constants as storage keeps them; an {@code IllegalArgumentException} tells what doesn't fit. */
    abstract Criteria normalize(Criteria criteria);
}
