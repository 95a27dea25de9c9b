package dev.clientele.core.entity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.clientele.core.codec.NamesFromOutside;
import dev.clientele.core.codec.RecordCodec;
import dev.clientele.core.codec.StoredType;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a type of records, entities or events: its name, its fields, and which of them are references or personal
 * data. Immutable and thread-safe.
 *
 * @param <T> the record type
 */
@SuppressWarnings("exports") // the superclass has nothing that a user could call
public abstract sealed class RecordType<T extends TypedRecord<T>> extends StoredType<T> permits EntityType, EventType {

    private final String name;
    private final ImmutableMap<String, Field<T, ?>> fields;
    private final ImmutableList<RecordType<T>> bases;

    RecordType(
            FieldDeclarations<T> declarations,
            List<? extends RecordType<T>> bases,
            Function<StoredType<T>, RecordCodec<T>> codec) {
        super(codec);
        this.name = declarations.name;
        this.fields = ImmutableMap.copyOf(declarations.fields);
        this.bases = ImmutableList.copyOf(bases);
    }

    /** Returns the name, unique among the types of a {@code Crm}. */
    public final String name() {
        return name;
    }

    /** Returns the declared fields in order of declaration. */
    public final Collection<Field<T, ?>> fields() {
        return fields.values();
    }

    /**
     * Returns the field of this name.
     *
     * @throws InvalidValueException if there is none: names may come from a screen
     */
    public final Field<T, ?> field(String fieldName) {
        Field<T, ?> field = fields.get(fieldName);
        if (field == null) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.UNKNOWN_FIELD,
                    name + " has no field '" + NamesFromOutside.shorten(fieldName) + "'");
        }
        return field;
    }

    final @Nullable Field<T, ?> find(String fieldName) {
        return fields.get(fieldName);
    }

    /** Returns the fields that refer to other records. */
    public final List<ReferenceField<T, ?>> references() {
        ImmutableList.Builder<ReferenceField<T, ?>> references = ImmutableList.builder();
        for (Field<T, ?> field : fields.values()) {
            if (field instanceof ReferenceField) {
                @SuppressWarnings("unchecked") // a declared field belongs to this type
                ReferenceField<T, ?> reference = (ReferenceField<T, ?>) field;
                references.add(reference);
            }
        }
        return references.build();
    }

    /** Returns the fields that hold personal data: the inventory for access and erasure requests. */
    public final List<Field<T, ?>> personalDataFields() {
        return fields.values().stream()
                .filter(field -> field.hasTrait(Trait.PERSONAL))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns whether this is that type, or was made from it by extending or combining it, directly or in several steps. */
    public final boolean isExtensionOf(RecordType<?> other) {
        return equals(other) || bases.stream().anyMatch(base -> base.isExtensionOf(other));
    }

    /** Returns whether criteria can be asked of what has this name: a column, or a value within a field. */
    final boolean declares(String criteriaName) {
        return RecordCodec.of(this).declares(criteriaName);
    }

    /** Returns whether records that older versions of this type have stored are brought to its form when they are read. */
    public final boolean hasUpcasts() {
        return RecordCodec.of(this).hasSteps();
    }

    final Criteria checkCriteria(Criteria criteria) {
        return RecordCodec.of(this).checkCriteria(criteria);
    }

    @Override
    public final String toString() {
        return name;
    }
}
