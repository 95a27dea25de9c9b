package dev.clientele.core.entity;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
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
public final class EntityType<T extends Entity<T>> {

    private final String name;
    private final Function<EntityState<T>, T> create;
    private final EntityTypeBuilder<T> declarations;
    private final List<Function<T, List<Violation>>> rules;
    private final List<BiFunction<T, T, List<Violation>>> changeRules;
    private final FieldCodec<T> codec;
    private final DocumentType documentType;
    private final Schema schema;
    private final Set<String> columnNames;

    EntityType(EntityTypeBuilder<T> declarations) {
        this.name = declarations.name;
        this.create = declarations.create;
        this.declarations = declarations;
        this.rules = List.copyOf(declarations.rules);
        this.changeRules = List.copyOf(declarations.changeRules);
        this.codec = new FieldCodec<>(name, declarations.fields, Set.of(), declarations.upcasters);
        List<DeclaredField> columns = new ArrayList<>();
        declarations.fields.values().forEach(field -> columns.addAll(field.columns()));
        this.documentType = new DocumentType(name, columns, declarations.uniqueKeys, declarations.indexes);
        this.schema = new Schema(List.of(documentType), List.of());
        this.columnNames = Stream.concat(columns.stream().map(DeclaredField::name), Stream.of(DocumentType.ID))
                .collect(Collectors.toUnmodifiableSet());
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

    /** Begins a declaration that adds custom fields to this type; the result takes this type's place in a {@code Crm}. */
    public EntityTypeBuilder<T> extend() {
        return new EntityTypeBuilder<>(this, declarations);
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

    /** Whether this is that type, or was made from it by {@link #extend}, directly or in several steps. */
    public boolean isExtensionOf(EntityType<?> other) {
        for (EntityType<?> type = this; type != null; type = type.declarations.base) {
            if (type.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** The name, unique among the types of a {@code Crm}. */
    public String name() {
        return name;
    }

    /** Whether its records are computed from a log, so that their changes aren't recorded. */
    public boolean isDerived() {
        return declarations.derived;
    }

    /** The declared fields in order of declaration. */
    public Collection<Field<T, ?>> fields() {
        return List.copyOf(declarations.fields.values());
    }

    /** The fields that refer to other records. */
    public List<ReferenceField<T, ?>> references() {
        List<ReferenceField<T, ?>> references = new ArrayList<>();
        for (Field<T, ?> field : declarations.fields.values()) {
            if (field instanceof ReferenceField) {
                @SuppressWarnings("unchecked") // a declared field belongs to this type
                ReferenceField<T, ?> reference = (ReferenceField<T, ?>) field;
                references.add(reference);
            }
        }
        return references;
    }

    /**
     * A field by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Field<T, ?> field(String fieldName) {
        Field<T, ?> field = declarations.fields.get(fieldName);
        if (field == null) {
            throw new IllegalArgumentException(name + " has no field '" + fieldName + "'");
        }
        return field;
    }

    /** What storage keeps of this type. */
    public DocumentType documentType() {
        return documentType;
    }

    /** A new record without values. */
    public T newEntity() {
        return create(new EntityState<>(this, null, 0, FieldMap.empty(name)));
    }

    /** All that is wrong with a record; empty if it may be stored. */
    public List<Violation> validate(T entity) {
        List<Violation> violations = new ArrayList<>(codec.violations(entity.values()));
        if (violations.isEmpty()) {
            rules.forEach(rule -> violations.addAll(rule.apply(entity)));
        }
        return violations;
    }

    /** All that is wrong with a change of a stored record; empty if it may be stored. */
    public List<Violation> validate(T before, T after) {
        List<Violation> violations = new ArrayList<>(validate(after));
        if (violations.isEmpty()) {
            changeRules.forEach(rule -> violations.addAll(rule.apply(before, after)));
        }
        return violations;
    }

    /**
     * The record as storage keeps it.
     *
     * @throws InvalidException if {@link #validate} isn't empty
     * @throws IllegalStateException if it has no id
     */
    public Document toDocument(T entity) {
        return toDocument(entity, validate(entity));
    }

    /**
     * A changed record as storage keeps it.
     *
     * @throws InvalidException if {@link #validate(Entity, Entity)} isn't empty
     * @throws IllegalStateException if it has no id
     */
    public Document toDocument(T before, T after) {
        return toDocument(after, validate(before, after));
    }

    private Document toDocument(T entity, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidException(name, violations);
        }
        FieldMap<T> values = entity.values();
        return new Document(name, entity.id().value(), entity.version(), codec.columns(values), codec.body(values));
    }

    /**
     * The record that a document holds.
     *
     * @throws dev.clientele.core.error.CorruptException if it isn't one of this type or was stored by a newer version
     */
    public T fromDocument(Document document) {
        FieldMap<T> values = codec.decode(document.fields(), Json.readObject(document.body()));
        return create(new EntityState<>(this, Id.of(document.id()), document.version(), values));
    }

    /**
     * What differs between two states of a record, by field name.
     *
     * @param before null for a record that is added
     * @param after null for one that is removed
     */
    public Map<String, FieldChange> changes(@Nullable T before, @Nullable T after) {
        return FieldMap.changes(
                before == null ? FieldMap.empty(name) : before.values(),
                after == null ? FieldMap.empty(name) : after.values());
    }

    /**
     * The record, as far as criteria see it, of which only the JSON data is left that {@link #toJson} gave.
     *
     * @throws dev.clientele.core.error.CorruptException if the data doesn't fit the fields as they are declared now
     */
    public FieldReader readRecorded(Id<T> id, Map<String, Object> json) {
        return new Document(name, id.value(), 0, codec.columnsOf(json), "");
    }

    /** All values as JSON data by field name: text, numbers, booleans, lists and maps. */
    public Map<String, Object> toJson(T entity) {
        return FieldCodec.json(entity.values());
    }

    /**
     * A new record with the values that {@link #toJson} gave, or a change recorded, of fields that are declared now; others are
     * passed over.
     *
     * @throws dev.clientele.core.error.CorruptException if the data doesn't fit the fields as they are declared now
     */
    public T fromJson(Map<String, Object> json) {
        return create(new EntityState<>(this, null, 0, codec.valuesOf(json)));
    }

    /** A copy at the version that storage has given it. */
    public T withStoredVersion(T entity, @Nullable Id<T> id, long version) {
        EntityState<T> state = entity.state();
        return create(new EntityState<>(this, id == null ? state.id : id, version, state.values));
    }

    Set<String> columnNames() {
        return columnNames;
    }

    Criteria checkCriteria(Criteria criteria) {
        return schema.check(Query.where(name, criteria)).where();
    }

    T create(EntityState<T> state) {
        return Objects.requireNonNull(create.apply(state), "a constructor can't return null");
    }

    /**
     * The column by which records are sorted and grouped for a field: for money its amount's.
     *
     * @throws IllegalArgumentException if the field lives in the body only
     */
    public String sortColumn(Field<T, ?> field) {
        if (field.columns().isEmpty()) {
            throw new IllegalArgumentException("the field " + field.name() + " is in the body and has no column");
        }
        return field.columnName();
    }

    @Override
    public String toString() {
        return name;
    }
}
