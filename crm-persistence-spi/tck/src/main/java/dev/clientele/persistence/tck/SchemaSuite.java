package dev.clientele.persistence.tck;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Timeout;

/** The common part of suites that bring their own schemas: an empty database in each test. */
@DisplayNameGeneration(RuleDisplayNames.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class SchemaSuite {

    static final TenantId TENANT = TenantId.of("acme");

    StorageFixture database;
    Storage storage;
    TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    SchemaSuite() {}

    /** Returns a new fixture with an empty database. */
    protected abstract StorageFixture fixture();

    /** Opens the storage on an empty database. */
    @BeforeEach
    protected final void open() {
        database = fixture();
        storage = database.open();
        books = new TenantStorage(storage, TENANT);
    }

    /** Closes the storage and removes the database. */
    @AfterEach
    protected final void close() {
        storage.close();
        database.close();
    }

    final boolean has(Capability capability) {
        return database.capabilities().contains(capability);
    }

    final void apply(Schema schema) {
        storage.migration(schema).apply();
    }

    static Schema schema(DocumentType... types) {
        return new Schema(List.of(types), List.of());
    }

    static DocumentType type(String name, List<DeclaredField> fields) {
        return type(name, fields, List.of(), List.of());
    }

    static DocumentType type(String name, List<DeclaredField> fields, List<UniqueKey> keys, List<Index> indexes) {
        return new DocumentType(name, fields, keys, indexes);
    }

    static LogType log(String name, List<DeclaredField> fields) {
        return new LogType(name, fields, List.of());
    }

    static Document document(String type, long number, Map<String, Object> fields) {
        return new Document(type, SampleRecords.id(number), 0, fields, "body");
    }
}
