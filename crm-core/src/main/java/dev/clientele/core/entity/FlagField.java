package dev.clientele.core.entity;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Set;

/**
 * True or false.
 *
 * @param <T> the record type that declares it
 */
public final class FlagField<T> extends ColumnField<T, Boolean> {

    FlagField(String name, Set<Trait> traits) {
        super(DeclaredField.of(name, FieldType.BOOLEAN), traits);
    }

    /** Records where it is true. */
    public Criteria isTrue() {
        return is(true);
    }

    /** Records where it is false; not those where it is missing. */
    public Criteria isFalse() {
        return is(false);
    }

    @Override
    public Boolean check(Boolean value) {
        return value;
    }

    @Override
    Object toColumn(Boolean value) {
        return value;
    }

    @Override
    Boolean fromColumn(Object stored) {
        return (Boolean) stored;
    }
}
