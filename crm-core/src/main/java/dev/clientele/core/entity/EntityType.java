package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.codec.EntityValues;
import dev.clientele.core.codec.FieldMap;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a record type: its fields, keys, references and limits, and which fields are personal data. From it
 * come columns and indexes, typed criteria, validation, JSON, history and masking. Immutable and thread-safe.
 *
 * <p>Fields may be declared later: records stored before have no value in them. What is stored of fields that aren't declared,
 * or not by this program, stays as it is when a record is saved.
 *
 * @param <T> the record type
 */
public final class EntityType<T extends Entity<T>> extends RecordType<T> {

    /** The owner of an extension that wasn't given a name. */
    public static final String HOST = "host";

    private final Function<EntityState<T>, T> create;
    private final EntityTypeBuilder<T> declarations;
    private final List<Function<T, List<Violation>>> rules;
    private final List<BiFunction<T, T, List<Violation>>> changeRules;
    private final ImmutableListMultimap<String, BinaryOperator<T>> followers;

    EntityType(EntityTypeBuilder<T> declarations) {
        super(
                declarations,
                declarations.bases,
                type -> new EntityCodec<>(
                        declarations.form(), entity -> entity.state().values, ((EntityType<T>) type)::create));
        this.create = declarations.create;
        this.declarations = declarations;
        this.rules = ImmutableList.copyOf(declarations.rules);
        this.changeRules = ImmutableList.copyOf(declarations.changeRules);
        this.followers = ImmutableListMultimap.copyOf(declarations.followers);
        checkArgument(
                identityReferences().limit(2).count() < 2,
                "%s is declared to be an identity of several records: one reference of a type can be %s",
                name(),
                Trait.IDENTITY);
    }

    private Stream<ReferenceField<T, ?>> identityReferences() {
        return references().stream().filter(reference -> reference.hasTrait(Trait.IDENTITY));
    }

    /** Returns the reference to the record whose identities the records of this type are, if they are ({@link Trait#IDENTITY}). */
    public Optional<ReferenceField<T, ?>> identityReference() {
        return identityReferences().findFirst();
    }

    /**
     * Begins the declaration of a type.
     *
     * @param name lower-case letters, digits and underscores, starting with a letter, at most 48
     * @param create the record's constructor
     */
    public static <T extends Entity<T>> EntityTypeBuilder<T> define(String name, Function<EntityState<T>, T> create) {
        return new EntityTypeBuilder<>(name, create);
    }

    /** Begins a declaration that adds custom fields to this type; the result takes this type's place in a {@code Crm}. Its owner is {@value #HOST}. */
    public EntityTypeBuilder<T> extend() {
        return extend(HOST);
    }

    /**
     * Begins a declaration that adds custom fields to this type, and versions of its own, under a name of its own: for a plug-in that
     * shares the type with others, each of whom extends it. A {@code Crm} that is given several combines them.
     *
     * @param owner the name of the extension, such as the plug-in's: lower-case letters, digits and underscores, starting with a
     *     letter, at most 48. Records tell by this name which versions of the extension they have seen, so it stays
     */
    public EntityTypeBuilder<T> extend(String owner) {
        return new EntityTypeBuilder<>(this, Objects.requireNonNull(owner, "owner"), declarations);
    }

    /**
     * Returns this type with all that another extension of it adds; of rules, the other's come last.
     *
     * @throws ExtensionClashException if both give different things one name
     * @throws IllegalArgumentException if they weren't made from one type
     */
    public EntityType<T> combine(EntityType<T> other) {
        checkArgument(
                name().equals(other.name()) && declarations.create == other.declarations.create,
                "two types are named %s, and neither is made from the other by extend()",
                name());
        return new EntityTypeBuilder<>(this, other, declarations, other.declarations).build();
    }

    /**
     * Begins the declaration of a type that stores records of the same class apart, under a name of its own: with all fields, keys
     * and rules of this type, and more if wanted.
     *
     * @param otherName as for {@link #define}
     */
    public EntityTypeBuilder<T> variant(String otherName) {
        return new EntityTypeBuilder<>(otherName, declarations);
    }

    /** Returns whether its records are computed from a log, so that their changes aren't recorded. */
    public boolean isDerived() {
        return declarations.derived;
    }

    /** Creates a new record without values. */
    public T newEntity() {
        return codec().newEntity();
    }

    /**
     * Begins what a machine has computed about a record, for {@link Repository#compute}.
     *
     * @param id the record's id
     */
    public ComputedRow<T> computed(Id<T> id) {
        return new ComputedRow<>(this, id, FieldMap.empty(name()));
    }

    /** Finds all that is wrong with a record; empty if it may be stored. */
    public List<Violation> validate(T entity) {
        List<Violation> violations = new ArrayList<>(codec().violations(entity.values()));
        if (violations.isEmpty()) {
            rules.forEach(rule -> violations.addAll(rule.apply(entity)));
        }
        return violations;
    }

    /** Finds all that is wrong with a change of a stored record; empty if it may be stored. */
    public List<Violation> validate(T before, T after) {
        List<Violation> violations = new ArrayList<>(validate(after));
        if (violations.isEmpty()) {
            changeRules.forEach(rule -> violations.addAll(rule.apply(before, after)));
        }
        return violations;
    }

    /**
     * Returns what differs between two states of a record, by field name, but for computed fields.
     *
     * @param before null for a record that is added
     * @param after null for one that is removed
     */
    public Map<String, FieldChange> changes(@Nullable T before, @Nullable T after) {
        return FieldMap.changes(
                before == null ? FieldMap.empty(name()) : before.values(),
                after == null ? FieldMap.empty(name()) : after.values());
    }

    /** Returns a record of which a field has changed with those that follow from it. */
    T follow(String field, EntityState<T> before, T after) {
        T result = after;
        for (BinaryOperator<T> follower : followers.get(field)) {
            result = follower.apply(before.entity(), result);
        }
        return result;
    }

    /** Returns all values as JSON data by field name, computed ones too: text, numbers, booleans, lists and maps. */
    public Map<String, Object> toJson(T entity) {
        return codec().toJson(entity);
    }

    /**
     * Creates a new record with values that somebody sent as JSON data by field name, in the form of {@link #toJson}; what this returns
     * {@link Repository#add} accepts, as far as the record alone can tell. Computed values are passed over: a new record has none.
     *
     * @throws dev.clientele.core.error.InvalidException with all that is wrong, each with path, code and parameters: names that are no
     *     fields, values that don't fit, required ones that are missing, rules of the type that are broken
     */
    public T fromJson(Map<String, ?> json) {
        T created = codec().withInput(newEntity(), json);
        requireNone(validate(created));
        return created;
    }

    /**
     * Returns a record with values that somebody sent as JSON data in their fields' places, as {@link #fromJson} reads them; fields
     * that aren't named stay, null takes a value away.
     *
     * @throws dev.clientele.core.error.InvalidException as {@link #fromJson}, and if the type doesn't allow this change
     */
    public T withJson(T entity, Map<String, ?> json) {
        T changed = codec().withInput(entity, json);
        requireNone(validate(entity, changed));
        return changed;
    }

    private void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidException(name(), violations);
        }
    }

    /**
     * Creates a new record with the values that a change recorded, or that {@link #toJson} returned some time ago, of fields that are
     * declared now; others are left out, and so are computed ones, which a new record hasn't. Nothing is validated.
     *
     * @throws dev.clientele.core.error.CorruptException if the data doesn't fit the fields as they are declared now
     */
    public T fromRecorded(Map<String, Object> json) {
        return codec().fromRecorded(json);
    }

    private EntityCodec<T> codec() {
        return EntityCodec.of(this);
    }

    T create(EntityValues values) {
        return Objects.requireNonNull(create.apply(new EntityState<>(this, values)), "a constructor can't return null");
    }
}
