package dev.clientele.core.entity;

import dev.clientele.core.error.Violation;
import dev.clientele.persistence.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declares an {@link EntityType} field by field. Not thread-safe.
 *
 * @param <T> the record type
 */
public final class EntityTypeBuilder<T extends Entity<T>> extends FieldDeclarations<T> {

    final String name;
    final Function<EntityState<T>, T> create;
    final List<Function<T, List<Violation>>> rules = new ArrayList<>();
    final List<BiFunction<T, T, List<Violation>>> changeRules = new ArrayList<>();
    final List<UnaryOperator<Map<String, Object>>> upcasters = new ArrayList<>();
    boolean derived;

    EntityTypeBuilder(String name, Function<EntityState<T>, T> create) {
        this.name = name;
        this.create = create;
    }

    EntityTypeBuilder(EntityTypeBuilder<T> base) {
        this(base.name, base.create);
        fields.putAll(base.fields);
        uniqueKeys.addAll(base.uniqueKeys);
        indexes.addAll(base.indexes);
        rules.addAll(base.rules);
        changeRules.addAll(base.changeRules);
        upcasters.addAll(base.upcasters);
        derived = base.derived;
    }

    /** No two records of a tenant that have all these fields share their values. */
    @SafeVarargs
    public final EntityTypeBuilder<T> unique(String key, Field<T, ?>... by) {
        List<String> names = new ArrayList<>();
        for (Field<T, ?> field : by) {
            names.add(field.columnName());
        }
        uniqueKeys.add(new UniqueKey(key, names));
        return this;
    }

    /** A rule over the whole record: returns what is wrong, or an empty list. It must be a pure function. */
    public EntityTypeBuilder<T> rule(Function<T, List<Violation>> rule) {
        rules.add(rule);
        return this;
    }

    /**
     * A rule over a change of a stored record: given the record before and after, returns what is wrong, or an empty list. A
     * list that is only ever added to, or a field that keeps its first value, is such a rule. It must be a pure function.
     */
    public EntityTypeBuilder<T> changeRule(BiFunction<T, T, List<Violation>> rule) {
        changeRules.add(rule);
        return this;
    }

    /**
     * Says how records stored by the version of this type before are to be read: a function from the JSON data of the older
     * version, by field name, to that of the next. The first one given reads version 1, the second version 2, and so on;
     * records are stored anew in the latest form when they are next saved.
     */
    public EntityTypeBuilder<T> upcast(UnaryOperator<Map<String, Object>> upcaster) {
        upcasters.add(upcaster);
        return this;
    }

    /**
     * Says that records of this type are computed from a log alone and could be computed again, such as a running summary of
     * a person's purchases. Their changes aren't recorded: what led to them stands in that log already.
     */
    public EntityTypeBuilder<T> derived() {
        this.derived = true;
        return this;
    }

    /** The type. */
    public EntityType<T> build() {
        return new EntityType<>(this);
    }
}
