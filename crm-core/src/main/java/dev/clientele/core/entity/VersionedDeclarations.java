package dev.clientele.core.entity;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The declaration of a type's fields and of its versions: the steps by which records, or events, that older versions have stored are
 * read, and what becomes of those that newer ones have. Not thread-safe.
 *
 * @param <T> the type of the records or events
 * @param <B> the builder itself
 */
public abstract sealed class VersionedDeclarations<T, B extends VersionedDeclarations<T, B>>
        extends FieldDeclarations<T> permits EntityTypeBuilder, EventTypeBuilder {

    VersionedDeclarations(String name, String owner, Set<String> reserved) {
        super(name, owner, reserved);
    }

    abstract B self();

    /**
     * Adds a reader of records that the version of this type before has stored: a function from the JSON data of the older
     * version, by field name, to that of the next, {@linkplain Trait#FORMER former} fields included. The first one given reads version
     * 1, the second version 2, and so on;
     * records are stored anew in the latest form when they are next saved, and until then criteria see their columns as they
     * are. It may change the map that it is given. What it throws
     * comes out as a {@code CorruptException}. Programs of older versions can't read what this one stores.
     *
     * <p>Whoever defines a type and each who extends it have a chain of versions of their own, and a record tells how far it has come
     * on each: whoever defined the type goes first, to the latest version, then the extensions in the order of their names. So a
     * reader sees the fields of its own owner in the form that it is for, and those of others in a form that may be newer; it finds
     * none of its own in what was stored where the extension wasn't there.
     */
    public final B upcast(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, false);
        return self();
    }

    /**
     * Adds a reader as {@link #upcast} does, for a step after which programs of the version before can go on reading and saving what
     * is stored: one that only fills fields which they don't know.
     */
    public final B upcastReadably(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, true);
        return self();
    }

    /**
     * Declares a step in which a field got another name. The value is stored under both, so that older programs can be running: what
     * they write is read here, and what is written here is read there. When none is running any more, and all records have been stored
     * anew, the step can become {@code upcast(json -> json)} and the former field go.
     *
     * @param former the field as it was, with {@link Trait#FORMER}
     * @param field the field as it is called now; it may be former too, if it was renamed again
     */
    public final <V> B renamed(Field<T, V> former, Field<T, V> field) {
        addMapping(former, field, value -> value, value -> value);
        return self();
    }

    /**
     * Declares a step in which a field got another type, and another name with it, since the column of the older one stays. The value
     * is stored in both forms, as with {@link #renamed}; older programs see no value where the way back gives one that isn't allowed
     * there. Pure functions.
     *
     * @param former the field as it was, with {@link Trait#FORMER}
     * @param forward makes a value of an older one
     * @param back makes an older value of one
     */
    public final <A, C> B retyped(Field<T, A> former, Field<T, C> field, Function<A, C> forward, Function<C, A> back) {
        addMapping(former, field, forward, Objects.requireNonNull(back, "back"));
        return self();
    }

    /**
     * Declares a step in which a field got another type to which there is no way back: older programs can't read what this one
     * stores. What they have stored in the former field is kept until the field in its place has no value any more.
     */
    public final <A, C> B retyped(Field<T, A> former, Field<T, C> field, Function<A, C> forward) {
        addMapping(former, field, forward, null);
        return self();
    }

    /** Sets what is done with records that a newer version has stored; {@link NewerRecords#READ_KNOWN} if not set. */
    public final B newerRecords(NewerRecords policy) {
        setNewerRecords(policy);
        return self();
    }

    /**
     * Declares that the steps above, if any, are those which releases up to 0.1 counted together with the steps of extensions. For
     * whoever defined a type then that others extend, and adds a step to it now.
     */
    public final B sinceOwnChains() {
        endCountedTogether();
        return self();
    }
}
