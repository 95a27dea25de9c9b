package dev.clientele.core.entity;

import dev.clientele.persistence.DeclaredField;
import java.util.Set;

/**
 * The id of another record of the same tenant. What a record refers to has to be there, and stays as long as it is referred
 * to; what an event refers to doesn't.
 *
 * @param <T> the record type that declares it
 * @param <R> the record type referred to
 */
public final class ReferenceField<T, R> extends CodedField<T, Id<R>> {

    private static final int UUID_LENGTH = 36;

    private final String target;

    ReferenceField(String name, String target, Set<Trait> traits) {
        super(DeclaredField.text(name, UUID_LENGTH), traits, Id::toString, Id::parse);
        this.target = target;
    }

    /** Returns the name of the record type referred to. */
    public String target() {
        return target;
    }
}
