package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The document types and logs that a database has to hold. Immutable and thread-safe.
 *
 * <p>It also is the one place where a query is checked against the declarations, so that every adapter refuses the same.
 */
public final class Schema {

    private final Map<String, DocumentType> documents = new LinkedHashMap<>();
    private final Map<String, LogType> logs = new LinkedHashMap<>();

    /**
     * Declares a schema.
     *
     * @throws IllegalArgumentException if two types have the same name
     */
    public Schema(List<DocumentType> documents, List<LogType> logs) {
        Set<String> names = new HashSet<>();
        documents.forEach(type -> {
            KeyRules.requireDistinct("schema", type.name(), names);
            this.documents.put(type.name(), type);
        });
        logs.forEach(type -> {
            KeyRules.requireDistinct("schema", type.name(), names);
            this.logs.put(type.name(), type);
        });
    }

    /**
     * Returns this schema with what another has besides: its types, and in types of both its fields, keys and indexes, the larger limit
     * and the larger scale. Where both declare one thing in ways that can't be had at once, this one's stands.
     */
    public Schema including(Schema other) {
        return SchemaUnion.of(this, other);
    }

    /** Returns the document types in declared order. */
    public List<DocumentType> documents() {
        return List.copyOf(documents.values());
    }

    /** Returns the logs in declared order. */
    public List<LogType> logs() {
        return List.copyOf(logs.values());
    }

    /**
     * Returns a document type by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DocumentType document(String name) {
        DocumentType type = documents.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the schema has no document type '" + name + "'");
        }
        return type;
    }

    /**
     * Returns a log by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LogType log(String name) {
        LogType type = logs.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the schema has no log '" + name + "'");
        }
        return type;
    }

    /** Tells whether this name is a log's. */
    public boolean isLog(String name) {
        return logs.containsKey(name);
    }

    /**
     * Checks a query and returns it with constants in canonical form.
     *
     * @throws IllegalArgumentException if it names an unknown type or field or a constant doesn't fit its field
     */
    public Query check(Query query) {
        return QueryCheck.check(query, document(query.source()).declared());
    }

    /** Checks a log query as {@link #check(Query)} does. */
    public LogQuery check(LogQuery query) {
        return new LogQuery(
                query.log(),
                query.subject(),
                QueryCheck.check(query.where(), log(query.log()).declared()),
                query.direction());
    }

    /**
     * Checks a page request and returns it with its cursor's values in canonical form.
     *
     * @throws IllegalArgumentException if the cursor can't be one of this query: it has another number of values than the
     *     query has sort keys, or a value doesn't fit its field
     */
    public PageRequest check(Query query, PageRequest request) {
        return QueryCheck.check(query.order(), request, document(query.source()).declared());
    }

    /** Checks a page request as {@link #check(Query, PageRequest)} does. */
    public PageRequest check(LogQuery query, PageRequest request) {
        return QueryCheck.check(query.order(), request, log(query.log()).declared());
    }

    /** Checks a pruning as {@link #check(Query)} does. */
    public Pruning check(Pruning pruning) {
        DeclaredFields declared = log(pruning.log()).declared();
        return new Pruning(pruning.log(), QueryCheck.check(pruning.where(), declared), pruning.upTo(), pruning.limit());
    }

    /** Checks an aggregation as {@link #check(Query)} does. */
    public Aggregation check(Aggregation aggregation) {
        String source = aggregation.source();
        if (aggregation.subject() != null && !isLog(source)) {
            throw new IllegalArgumentException(source + " is no log: only log entries have subjects");
        }
        return QueryCheck.check(
                aggregation,
                isLog(source) ? log(source).declared() : document(source).declared());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && documents.equals(that.documents) && logs.equals(that.logs);
    }

    @Override
    public int hashCode() {
        return documents.hashCode() * 31 + logs.hashCode();
    }

    @Override
    public String toString() {
        return "Schema" + documents.keySet() + logs.keySet();
    }
}
