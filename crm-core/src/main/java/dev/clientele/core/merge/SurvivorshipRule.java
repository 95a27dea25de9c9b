package dev.clientele.core.merge;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.value.NamedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the values that a survivor takes from its duplicate. Immutable and thread-safe if its blends are.
 *
 * <ul>
 *   <li>The survivor keeps its values.
 *   <li>It takes those that it lacks; of fields that go {@linkplain #withGroup}, only if it lacks them all.
 *   <li>A set of texts becomes the set of both; of values by names that aren't declared, it takes each that it lacks.
 *   <li>Fields that are {@linkplain #withCombined} become what a function makes of both records.
 *   <li>{@link #preferDuplicate} and {@link #keepSurvivor} say otherwise field by field.
 * </ul>
 *
 * <p>Computed fields aren't taken: the machine that keeps them computes them anew.
 *
 * <p>A value that the survivor can't have isn't taken: one that breaks a rule of its type, is taken already where it has to be
 * unique, or would make it refer to itself or below itself. If it was asked for by {@link #preferDuplicate}, that is an error.
 *
 * @param <T> the record type
 */
public final class SurvivorshipRule<T extends Entity<T>> {

    private final List<FieldGroup<T>> groups;
    private final Set<String> taken;
    private final Set<String> kept;

    /** Fields that are filled as one. */
    private record FieldGroup<T>(
            List<Field<T, ?>> fields, @Nullable BinaryOperator<T> blend) {

        boolean hasAny(Set<String> names) {
            return fields.stream().anyMatch(field -> names.contains(field.name()));
        }
    }

    private SurvivorshipRule(List<FieldGroup<T>> groups, Set<String> taken, Set<String> kept) {
        this.groups = ImmutableList.copyOf(groups);
        this.taken = ImmutableSet.copyOf(taken);
        this.kept = ImmutableSet.copyOf(kept);
    }

    /** Returns the rule under which each field goes by itself. */
    public static <T extends Entity<T>> SurvivorshipRule<T> standard() {
        return new SurvivorshipRule<>(List.of(), Set.of(), Set.of());
    }

    /** Returns a copy in which these fields go together: they are taken from the other only if the survivor lacks them all. */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied only
    public final SurvivorshipRule<T> withGroup(Field<T, ?>... fields) {
        return with(new FieldGroup<>(ImmutableList.copyOf(fields), null));
    }

    /**
     * Returns a copy in which these fields come from a function.
     *
     * @param blend given the survivor and the other, returns the survivor with other values in these fields; pure
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied only
    public final SurvivorshipRule<T> withCombined(BinaryOperator<T> blend, Field<T, ?>... fields) {
        return with(new FieldGroup<>(ImmutableList.copyOf(fields), Objects.requireNonNull(blend, "blend")));
    }

    private SurvivorshipRule<T> with(FieldGroup<T> group) {
        return new SurvivorshipRule<>(
                ImmutableList.<FieldGroup<T>>builder().addAll(groups).add(group).build(), taken, kept);
    }

    /** Returns a copy in which the survivor takes these from the other, with all that goes together with them, if it has any. */
    @SafeVarargs
    public final SurvivorshipRule<T> preferDuplicate(Field<T, ?>... fields) {
        return new SurvivorshipRule<>(groups, Sets.union(taken, names(fields)), kept);
    }

    /** Returns a copy in which the survivor takes nothing in these fields, even if it has no value in them. */
    @SafeVarargs
    public final SurvivorshipRule<T> keepSurvivor(Field<T, ?>... fields) {
        return new SurvivorshipRule<>(groups, taken, Sets.union(kept, names(fields)));
    }

    private static Set<String> names(Field<?, ?>... fields) {
        return Arrays.stream(fields).map(Field::name).collect(toImmutableSet());
    }

    /**
     * Returns the survivor with what it takes.
     *
     * @param type the type, custom fields included
     * @param survivor the one that stays
     * @param absorbed the one that goes
     */
    public T apply(EntityType<T> type, T survivor, T absorbed) {
        return apply(
                type,
                survivor,
                absorbed,
                candidate -> type.validate(survivor, candidate).isEmpty());
    }

    T apply(EntityType<T> type, T survivor, T absorbed, Predicate<T> possible) {
        T result = survivor;
        for (FieldGroup<T> group : groupsOf(type)) {
            T candidate = apply(group, result, absorbed);
            boolean asked = group.hasAny(taken) && !group.hasAny(kept);
            if (asked || (!candidate.equals(result) && possible.test(candidate))) {
                result = candidate;
            }
        }
        return result;
    }

    private T apply(FieldGroup<T> group, T survivor, T absorbed) {
        boolean present = group.fields.stream().anyMatch(field -> absorbed.get(field) != null);
        if (!present || group.hasAny(kept)) {
            return survivor;
        } else if (group.hasAny(taken)) {
            return copied(group.fields, absorbed, survivor);
        } else if (group.blend != null) {
            return group.blend.apply(survivor, absorbed);
        } else if (group.fields.stream().allMatch(field -> survivor.get(field) == null)) {
            return copied(group.fields, absorbed, survivor);
        } else if (group.fields.size() == 1 && group.fields.get(0) instanceof TextSetField<?> set) {
            @SuppressWarnings("unchecked") // a declared field belongs to its type
            TextSetField<T> texts = (TextSetField<T>) set;
            return survivor.with(
                    texts, Sets.union(survivor.getOrDefault(texts, Set.of()), absorbed.getOrDefault(texts, Set.of())));
        } else if (group.fields.size() == 1
                && absorbed.get(group.fields.get(0)) instanceof NamedValues theirs
                && survivor.get(group.fields.get(0)) instanceof NamedValues own) {
            @SuppressWarnings("unchecked") // it has such values
            Field<T, NamedValues> named = (Field<T, NamedValues>) group.fields.get(0);
            return survivor.with(named, own.withMissingFrom(theirs));
        }
        return survivor;
    }

    private List<FieldGroup<T>> groupsOf(EntityType<T> type) {
        Set<String> grouped = groups.stream()
                .flatMap(group -> group.fields.stream())
                .map(Field::name)
                .collect(toImmutableSet());
        List<FieldGroup<T>> all = new ArrayList<>(groups);
        for (Field<T, ?> field : type.fields()) {
            if (!grouped.contains(field.name()) && !field.hasTrait(Trait.COMPUTED)) {
                all.add(new FieldGroup<>(List.of(field), null));
            }
        }
        return all;
    }

    private static <T extends Entity<T>> T copied(List<Field<T, ?>> fields, T from, T to) {
        T result = to;
        for (Field<T, ?> field : fields) {
            result = copied(field, from, result);
        }
        return result;
    }

    private static <T extends Entity<T>, V> T copied(Field<T, V> field, T from, T to) {
        return to.with(field, from.get(field));
    }
}
