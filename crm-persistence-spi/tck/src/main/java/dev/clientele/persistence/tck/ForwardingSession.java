package dev.clientele.persistence.tck;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
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
import java.util.stream.Stream;

/**
 * A session that does what another does, for subclasses that change a little of it. {@link #find} asks {@link #findAll}, so that who
 * changes the one changes both.
 */
public class ForwardingSession implements StorageSession {

    /** The other session. */
    protected final StorageSession inner;

    /** Creates a session that does what {@code inner} does. */
    public ForwardingSession(StorageSession inner) {
        this.inner = inner;
    }

    @Override
    public TenantId tenant() {
        return inner.tenant();
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        return inner.findAll(type, ids);
    }

    @Override
    public List<Document> findForUpdate(String type, Collection<UUID> ids) {
        return inner.findForUpdate(type, ids);
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        return inner.page(query, request);
    }

    @Override
    public Stream<Document> scan(Query query) {
        return inner.scan(query);
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        return inner.aggregate(aggregation);
    }

    @Override
    public void write(List<? extends Write> batch) {
        inner.write(batch);
    }

    @Override
    public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
        return inner.compute(type, fields, rows);
    }

    @Override
    public Set<String> append(String log, List<LogEntry> entries) {
        return inner.append(log, entries);
    }

    @Override
    public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        return inner.page(query, request);
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        return inner.scan(query);
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        return inner.follow(log, after, limit);
    }

    @Override
    public int prune(Pruning pruning) {
        return inner.prune(pruning);
    }

    @Override
    public Set<String> redact(String log, List<Redaction> redactions) {
        return inner.redact(log, redactions);
    }

    @Override
    public void commit() {
        inner.commit();
    }

    @Override
    public void close() {
        inner.close();
    }
}
