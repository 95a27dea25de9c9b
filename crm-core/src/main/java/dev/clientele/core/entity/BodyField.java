package dev.clientele.core.entity;

import dev.clientele.core.codec.BodyCodec;
import dev.clientele.core.codec.FieldCodec;
import dev.clientele.core.codec.NamedValuesCodec;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Set;

/**
 * A structured or long value that lives in the record's JSON body: addresses, contact points, a note. It is validated,
 * recorded in the history and masked like any other field, but can't be queried.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values: text, a record of plain values, or a list of such
 */
public final class BodyField<T, V> extends Field<T, V> {

    BodyField(BodyCodec<V> codec, Set<Trait> traits) {
        super(codec, traits);
    }

    /** Returns whether its values are by names that aren't declared, as {@link FieldDeclarations#namedValues} has them. */
    public boolean hasNamedValues() {
        return (FieldCodec<?>) codec() instanceof NamedValuesCodec;
    }

    /**
     * Refuses: a body field has no column.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Criteria isMissing() {
        throw new UnsupportedOperationException("the field " + name() + " is in the body and can't be queried");
    }
}
