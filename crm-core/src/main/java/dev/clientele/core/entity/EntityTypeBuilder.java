package dev.clientele.core.entity;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declares an {@link EntityType} field by field. Not thread-safe.
 *
 * @param <T> the record type
 */
public final class EntityTypeBuilder<T extends Entity<T>> extends FieldDeclarations<T> {

    private static final Set<String> RESERVED = Set.of("id", "tenant", "version", "body");

    final List<EntityType<T>> bases;
    final Function<EntityState<T>, T> create;
    final List<Function<T, List<Violation>>> rules = new ArrayList<>();
    final List<BiFunction<T, T, List<Violation>>> changeRules = new ArrayList<>();
    final ListMultimap<String, BinaryOperator<T>> followers = ArrayListMultimap.create();
    boolean derived;

    EntityTypeBuilder(String name, Function<EntityState<T>, T> create) {
        super(name, "", RESERVED);
        this.bases = List.of();
        this.create = Objects.requireNonNull(create, "create");
    }

    /** Creates a builder that goes on from a type: what it declares and what is declared here. */
    EntityTypeBuilder(EntityType<T> base, String owner, EntityTypeBuilder<T> declarations) {
        super(declarations.name, owner, RESERVED);
        this.bases = List.of(base);
        this.create = declarations.create;
        takeOver(declarations);
    }

    /** Creates a builder of what two types declare. */
    EntityTypeBuilder(
            EntityType<T> one,
            EntityType<T> other,
            EntityTypeBuilder<T> declarations,
            EntityTypeBuilder<T> otherDeclarations) {
        super(declarations.name, "", RESERVED);
        this.bases = List.of(one, other);
        this.create = declarations.create;
        takeOver(declarations);
        takeOver(otherDeclarations);
    }

    /** Creates a builder that goes on from a type under another name: a type of its own with what is declared there and here. */
    EntityTypeBuilder(String name, EntityTypeBuilder<T> declarations) {
        super(name, "", RESERVED);
        this.bases = List.of();
        this.create = declarations.create;
        takeOver(declarations);
    }

    private void takeOver(EntityTypeBuilder<T> declarations) {
        include(declarations);
        addMissing(rules, declarations.rules);
        addMissing(changeRules, declarations.changeRules);
        declarations.followers.asMap().forEach((field, added) -> addMissing(followers.get(field), added));
        derived |= declarations.derived;
    }

    private static <E> void addMissing(List<E> to, Collection<E> from) {
        from.stream().filter(each -> !to.contains(each)).forEach(to::add);
    }

    @Override
    boolean indexesReferences() {
        return true;
    }

    @Override
    boolean storesComputed() {
        return true;
    }

    /** Adds a unique key: no two records of a tenant that have all these fields share their values. */
    @SafeVarargs
    public final EntityTypeBuilder<T> uniqueKey(String key, Field<T, ?>... by) {
        requireNotBuilt();
        List<String> names = new ArrayList<>();
        for (Field<T, ?> field : by) {
            names.add(field.codec().columnName());
        }
        uniqueKeys.add(new UniqueKey(key, names));
        return this;
    }

    /** Adds a rule over the whole record: it returns what is wrong, or an empty list. It must be a pure function. */
    public EntityTypeBuilder<T> rule(Function<T, List<Violation>> rule) {
        requireNotBuilt();
        rules.add(Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Adds a rule over a change of a stored record: given the record before and after, returns what is wrong, or an empty list. A
     * list that is only ever added to, or a field that keeps its first value, is such a rule. It must be a pure function.
     */
    public EntityTypeBuilder<T> changeRule(BiFunction<T, T, List<Violation>> rule) {
        requireNotBuilt();
        changeRules.add(Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Declares that other fields follow from a field: whoever sets it, by whatever door, an import or an editor of fields too, has
     * these set as well. So a record can't be left with columns that no longer belong to what they were taken from.
     *
     * @param source the field whose change is followed
     * @param follower given the record before and after the change, returns the record with the fields that follow; pure, and it
     *     must not set the source
     */
    public EntityTypeBuilder<T> follow(Field<T, ?> source, BinaryOperator<T> follower) {
        requireNotBuilt();
        followers.put(source.name(), Objects.requireNonNull(follower, "follower"));
        return this;
    }

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
    public EntityTypeBuilder<T> upcast(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, false);
        return this;
    }

    /**
     * Adds a reader as {@link #upcast} does, for a step after which programs of the version before can go on reading and saving what
     * is stored: one that only fills fields which they don't know.
     */
    public EntityTypeBuilder<T> upcastReadably(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, true);
        return this;
    }

    /**
     * Declares a step in which a field got another name. The value is stored under both, so that older programs can be running: what
     * they write is read here, and what is written here is read there. When none is running any more, and all records have been stored
     * anew, the step can become {@code upcast(json -> json)} and the former field go.
     *
     * @param former the field as it was, with {@link Trait#FORMER}
     * @param field the field as it is called now; it may be former too, if it was renamed again
     */
    public <V> EntityTypeBuilder<T> renamed(Field<T, V> former, Field<T, V> field) {
        addMapping(former, field, value -> value, value -> value);
        return this;
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
    public <A, B> EntityTypeBuilder<T> retyped(
            Field<T, A> former, Field<T, B> field, Function<A, B> forward, Function<B, A> back) {
        addMapping(former, field, forward, Objects.requireNonNull(back, "back"));
        return this;
    }

    /**
     * Declares a step in which a field got another type to which there is no way back: older programs can't read what this one
     * stores. What they have stored in the former field is kept until the field in its place has no value any more.
     */
    public <A, B> EntityTypeBuilder<T> retyped(Field<T, A> former, Field<T, B> field, Function<A, B> forward) {
        addMapping(former, field, forward, null);
        return this;
    }

    /** Sets what is done with records that a newer version has stored; {@link NewerRecords#READ_KNOWN} if not set. */
    public EntityTypeBuilder<T> newerRecords(NewerRecords policy) {
        setNewerRecords(policy);
        return this;
    }

    /**
     * Declares that the steps above, if any, are those which releases up to 0.1 counted together with the steps of extensions. For
     * whoever defined a type then that others extend, and adds a step to it now.
     */
    public EntityTypeBuilder<T> sinceOwnChains() {
        endCountedTogether();
        return this;
    }

    /**
     * Declares that records of this type are computed from a log alone and could be computed again, such as a running summary of
     * a person's purchases. Their changes aren't recorded: what led to them stands in that log already.
     */
    public EntityTypeBuilder<T> derived() {
        requireNotBuilt();
        this.derived = true;
        return this;
    }

    /**
     * Builds the type. Nothing can be declared here after that.
     *
     * @throws IllegalArgumentException if a key or an index can't be had of the fields that it names
     */
    public EntityType<T> build() {
        requireNotBuilt();
        EntityType<T> type = new EntityType<>(this);
        seal();
        return type;
    }
}
