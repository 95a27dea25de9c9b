package dev.clientele.core.entity;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Declares an {@link EntityType} field by field. Not thread-safe.
 *
 * @param <T> the record type
 */
public final class EntityTypeBuilder<T extends Entity<T>> extends VersionedDeclarations<T, EntityTypeBuilder<T>> {

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

    @Override
    EntityTypeBuilder<T> self() {
        return this;
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
