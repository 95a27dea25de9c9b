package dev.clientele.core.entity;

import dev.clientele.core.codec.ColumnCodec;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Set;

/**
 * A truth value.
 *
 * @param <T> the record type that declares it
 */
public final class FlagField<T> extends ColumnField<T, Boolean> {

    FlagField(String name, Set<Trait> traits) {
        super(
                new ColumnCodec<>(
                        header(name, traits),
                        DeclaredField.of(name, FieldType.BOOLEAN),
                        value -> value,
                        value -> value,
                        stored -> (Boolean) stored),
                traits);
    }

    /** Returns criteria for the records where it is true. */
    public Criteria isTrue() {
        return is(true);
    }

    /** Returns criteria for the records where it is false; not for those where it is missing. */
    public Criteria isFalse() {
        return is(false);
    }
}
