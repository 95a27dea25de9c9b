package dev.clientele.core.codec;

import dev.clientele.core.json.Json;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts entities of one type to documents and JSON data and back. Immutable and thread-safe.
 *
 * @param <T> the entity type
 */
public final class EntityCodec<T> extends RecordCodec<T> {

    private final DocumentType documentType;
    private final Schema schema;
    private final Function<T, EntityValues> read;
    private final Function<EntityValues, T> create;

    /**
     * Creates the codec of a type.
     *
     * @param read returns the state of an entity
     * @param create makes an entity of its state
     * @throws IllegalArgumentException if a key or an index can't be had of the fields that it names
     */
    public EntityCodec(RecordForm form, Function<T, EntityValues> read, Function<EntityValues, T> create) {
        super(form.name(), new FieldMapCodec(form, Set.of()), form.columnsAfter(), DocumentType.ID);
        this.documentType = new DocumentType(form.name(), form.columnsAfter(), form.uniqueKeys(), form.indexes());
        this.schema = new Schema(List.of(documentType), List.of());
        this.read = read;
        this.create = create;
    }

    /** Returns the codec of an entity type. */
    public static <T> EntityCodec<T> of(StoredType<T> type) {
        if (type.codec instanceof EntityCodec<T> codec) {
            return codec;
        }
        throw new IllegalArgumentException("the type " + type + " isn't one of entities");
    }

    /** Returns the type of the documents. */
    public DocumentType documentType() {
        return documentType;
    }

    @Override
    Criteria normalize(Criteria criteria) {
        return NamedValueCriteria.check(criteria, values::hasNamedValues, this::normalizeColumns);
    }

    private Criteria normalizeColumns(Criteria criteria) {
        return schema.check(Query.where(name, criteria)).where();
    }

    /** Creates an entity without id and values. */
    public T newEntity() {
        return create.apply(new EntityValues(null, 0, FieldMap.empty(name)));
    }

    /**
     * Writes an entity, which is valid, as a document.
     *
     * @throws IllegalStateException if it has no id
     */
    public Document toDocument(T entity) {
        EntityValues state = read.apply(entity);
        if (state.id() == null) {
            throw new IllegalStateException("a new " + name + " has no id until it is added");
        }
        FieldMap fields = state.fields();
        return new Document(name, state.id(), state.version(), values.columns(fields), values.body(fields));
    }

    /**
     * Reads the entity that a document holds.
     *
     * @throws dev.clientele.core.error.CorruptException if it isn't one of this type or was stored by a newer version
     */
    public T fromDocument(Document document) {
        FieldMap fields = values.decode(document.fields(), Json.readObject(document.body()));
        return create.apply(new EntityValues(document.id(), document.version(), fields));
    }

    /** Returns a copy with the id and at the version that storage has given it. */
    public T withStored(T entity, @Nullable UUID id, long version) {
        EntityValues state = read.apply(entity);
        return create.apply(new EntityValues(Objects.requireNonNullElse(id, state.id()), version, state.fields()));
    }

    /** Returns a copy with the computed values that another state of it has. */
    @SuppressWarnings("ReferenceEquality") // the same map says that nothing was changed
    public T withComputedOf(T entity, T stored) {
        EntityValues state = read.apply(entity);
        FieldMap fields = state.fields().withComputedOf(read.apply(stored).fields());
        return fields == state.fields() ? entity : create.apply(state.with(fields));
    }

    /** Returns all values as JSON data by field name. */
    public Map<String, Object> toJson(T entity) {
        return FieldMapCodec.json(read.apply(entity).fields());
    }

    /**
     * Returns an entity with values that somebody sent as JSON data in their fields' places; null takes a value away.
     *
     * @throws dev.clientele.core.error.InvalidException with all values that don't fit, by path
     */
    public T withInput(T entity, Map<String, ?> json) {
        EntityValues state = read.apply(entity);
        return create.apply(state.with(values.readInput(state.fields(), json)));
    }

    /**
     * Creates an entity with the values that {@link #toJson} returned once; of fields that aren't declared they are left out.
     *
     * @throws dev.clientele.core.error.CorruptException if the data doesn't fit the fields as they are declared now
     */
    public T fromRecorded(Map<String, Object> json) {
        return create.apply(new EntityValues(null, 0, values.valuesOf(json)));
    }

    /**
     * Reads an entity, as far as criteria see it, from the JSON data that {@link #toJson} returned.
     *
     * @throws dev.clientele.core.error.CorruptException if the data doesn't fit the fields as they are declared now
     */
    public FieldReader readRecorded(UUID id, Map<String, Object> json) {
        return new Document(name, id, 0, values.columnsOf(json), "");
    }
}
