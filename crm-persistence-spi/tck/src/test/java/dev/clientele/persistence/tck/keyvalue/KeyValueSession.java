package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A transaction of one tenant on a working copy of the rows: its checks and its end. */
final class KeyValueSession implements StorageSession {

    final KeyValueStorage storage;
    final KeyValueDatabase database;
    final Schema schema;
    final Rows rows;

    private final TenantId tenant;
    private final KeyValueReader reader;
    private final KeyValueWriter writer;
    private boolean writing;
    private volatile boolean ended;

    KeyValueSession(KeyValueStorage storage, TenantId tenant, Schema schema, boolean writing) {
        this.storage = storage;
        this.database = storage.database;
        this.tenant = tenant;
        this.schema = schema;
        Rows begun = database.snapshot();
        this.rows = new Rows(begun.all());
        this.writing = writing;
        this.reader = new KeyValueReader(this, begun);
        this.writer = new KeyValueWriter(this);
    }

    boolean isWriting() {
        return writing;
    }

    boolean has(Fault fault) {
        return database.has(fault);
    }

    LogRows log(Rows from, String log) {
        return new LogRows(from, database.faults, log, tenant);
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireOpen();
        return reader.findAll(type, ids);
    }

    @Override
    public List<Document> findForUpdate(String type, Collection<UUID> ids) {
        if (!has(Fault.READERS_READ_FOR_UPDATE)) {
            requireWriting();
        }
        return findAll(type, ids);
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        requireOpen();
        return reading(() -> {
            Query checked = schema.check(query);
            PageRequest from = schema.check(checked, request);
            return reader.page(
                    reader.documents(checked), checked.order(), from, Document::id, Fault.NEXT_AFTER_A_FULL_PAGE);
        });
    }

    @Override
    public Stream<Document> scan(Query query) {
        requireOpen();
        return reading(() -> reader.documents(schema.check(query))).stream().peek(row -> requireOpen());
    }

    @Override
    public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        requireOpen();
        return reading(() -> {
            LogQuery checked = schema.check(query);
            PageRequest from = schema.check(checked, request);
            return reader.page(
                    reader.entries(checked, false),
                    checked.order(),
                    from,
                    LogEntry::key,
                    Fault.NEXT_AFTER_A_FULL_LOG_PAGE);
        });
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        requireOpen();
        return reading(() -> reader.entries(schema.check(query), false)).stream()
                .peek(row -> requireOpen());
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        requireOpen();
        return reading(() -> reader.aggregate(schema.check(aggregation)));
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        requireOpen();
        return reading(() -> {
            schema.log(log);
            return reader.follow(log, after, PageRequest.first(limit).limit());
        });
    }

    @Override
    public void write(List<? extends Write> batch) {
        modify(() -> writer.write(batch));
    }

    @Override
    public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> values) {
        return modify(() -> writer.compute(type, fields, values));
    }

    @Override
    public Set<String> append(String log, List<LogEntry> entries) {
        return modify(() -> writer.append(log, entries));
    }

    @Override
    public int prune(Pruning pruning) {
        return modify(() -> writer.prune(pruning));
    }

    @Override
    public Set<String> redact(String log, List<Redaction> redactions) {
        return modify(() -> writer.redact(log, redactions));
    }

    @Override
    public void commit() {
        requireOpen();
        ended = true;
        if (writing) {
            try {
                writer.finish();
                if (rows.isChanged()) {
                    database.publish(rows);
                }
            } finally {
                unlock();
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        unlock();
        storage.forget(this);
    }

    private synchronized void unlock() {
        if (writing) {
            writing = false;
            database.unlock();
        }
    }

    private <T> T reading(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            ended = ended || has(Fault.WRONG_QUESTION_ENDS_SESSION);
            throw e;
        }
    }

    private <T> T modify(Supplier<T> change) {
        requireWriting();
        try {
            return change.get();
        } catch (IllegalArgumentException e) {
            ended = has(Fault.WRONG_ARGUMENT_ENDS_SESSION);
            throw e;
        } catch (StorageException e) {
            ended = !(e instanceof InvalidRecordException && has(Fault.GOES_ON_AFTER_A_MISFIT));
            throw e;
        }
    }

    private void requireWriting() {
        requireOpen();
        if (!writing) {
            throw new IllegalStateException("this session only reads");
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("this session is over");
        }
    }
}
