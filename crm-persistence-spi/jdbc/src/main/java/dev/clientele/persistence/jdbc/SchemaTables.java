package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a schema in a dialect. Immutable and thread-safe. */
final class SchemaTables {

    private final Schema schema;
    private final Dialect dialect;
    private final Map<String, DocumentTable> documents = new HashMap<>();
    private final Map<String, LogTable> logs = new HashMap<>();
    private final TenantRegistry tenants;

    SchemaTables(Schema schema, Dialect dialect, TableNames names) {
        this.schema = schema;
        this.dialect = dialect;
        this.tenants = new TenantRegistry(names);
        schema.documents().forEach(type -> documents.put(type.name(), new DocumentTable(type, dialect, names)));
        schema.logs().forEach(type -> logs.put(type.name(), new LogTable(type, dialect, names)));
    }

    Schema schema() {
        return schema;
    }

    Dialect dialect() {
        return dialect;
    }

    TenantRegistry tenants() {
        return tenants;
    }

    List<DocumentTable> documents() {
        return schema.documents().stream().map(type -> document(type.name())).toList();
    }

    List<LogTable> logs() {
        return schema.logs().stream().map(type -> log(type.name())).toList();
    }

    /**
     * Returns the table of a document type.
     *
     * @throws IllegalArgumentException if the schema has no such type
     */
    DocumentTable document(String type) {
        DocumentTable table = documents.get(type);
        return table != null ? table : document(schema.document(type).name());
    }

    /**
     * Returns the tables of a log.
     *
     * @throws IllegalArgumentException if the schema has no such log
     */
    LogTable log(String log) {
        LogTable table = logs.get(log);
        return table != null ? table : log(schema.log(log).name());
    }

    /** Returns the source that an aggregation over a document type or log reads. */
    QuerySource source(String name) {
        return schema.isLog(name) ? log(name).source() : document(name).source();
    }
}
