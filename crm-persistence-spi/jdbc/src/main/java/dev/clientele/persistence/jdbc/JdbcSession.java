package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A session in a transaction: checks the order of calls and translates errors. */
final class JdbcSession implements StorageSession {

    private enum State {
        OPEN,
        ENDED,
        CLOSED
    }

    private final TenantId tenant;
    private final SchemaTables tables;
    private final Dialect dialect;
    private final SessionTransaction transaction;
    private final BooleanSupplier storageClosed;
    private final Map<String, List<UncommittedEntries>> uncommitted = new HashMap<>();
    private final DocumentsRead documentsRead = new DocumentsRead();
    private State state = State.OPEN;
    private @Nullable QueryScan<?> scan;
    private boolean tenantSet;
    private boolean registered;

    JdbcSession(TenantId tenant, SchemaTables tables, SessionTransaction transaction, BooleanSupplier storageClosed) {
        this.tenant = tenant;
        this.tables = tables;
        this.dialect = tables.dialect();
        this.transaction = transaction;
        this.storageClosed = storageClosed;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        DocumentTable table = tables.document(type);
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        return remember(readStatement(link ->
                distinct.isEmpty() ? List.of() : new DocumentReader(table, dialect, tenant).findAll(link, distinct)));
    }

    @Override
    public List<Document> findForUpdate(String type, Collection<UUID> ids) {
        requireWriting();
        DocumentTable table = tables.document(type);
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        return remember(modify(link -> distinct.isEmpty()
                ? List.of()
                : new DocumentReader(table, dialect, tenant).findForUpdate(link, distinct)));
    }

    /** Remembers documents for replacements where knowing what stays the same saves work: a single writer's columns. */
    private List<Document> remember(List<Document> found) {
        return dialect.hasSingleWriter() && transaction.isWriting() ? documentsRead.add(found) : found;
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        Query checked = tables.schema().check(query);
        PageRequest from = tables.schema().check(checked, request);
        ResultPage<Document> page = page(documents(checked), from);
        remember(page.items());
        return page;
    }

    @Override
    public ResultPage<Document> page(Query query, Set<String> fields, PageRequest request) {
        Query checked = tables.schema().check(query);
        PageRequest from = tables.schema().check(checked, request);
        return page(columns(checked, fields), from);
    }

    @Override
    public Stream<Document> scan(Query query) {
        return stream(documents(tables.schema().check(query)));
    }

    @Override
    public Stream<Document> scan(Query query, Set<String> fields) {
        return stream(columns(tables.schema().check(query), fields));
    }

    private RowQuery<Document> columns(Query query, Set<String> fields) {
        return tables.document(query.source()).columns(query, fields).query(dialect, tenant, query);
    }

    private RowQuery<Document> documents(Query query) {
        DocumentTable table = tables.document(query.source());
        return new RowQuery<>(
                dialect,
                table.source(),
                tenant,
                null,
                query.where(),
                query.order(),
                table::read,
                document -> document.id().toString());
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        Aggregation checked = tables.schema().check(aggregation);
        return readStatement(link -> AggregateQuery.execute(checked, tables, link, tenant));
    }

    @Override
    public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        LogQuery checked = tables.schema().check(query);
        PageRequest from = tables.schema().check(checked, request);
        return page(entries(checked), from);
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        return stream(entries(tables.schema().check(query)));
    }

    private RowQuery<LogEntry> entries(LogQuery query) {
        LogTable table = tables.log(query.log());
        UncommittedEntries mine = ownEntries(query.log());
        return new RowQuery<>(
                dialect,
                query.subject() == null ? table.source() : table.subjectSource(),
                tenant,
                query.subject(),
                query.where(),
                query.order(),
                row -> table.read(row, mine),
                LogEntry::key);
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query, Collection<UUID> subjects) {
        LogQuery checked = tables.schema().check(query);
        LogTable table = tables.log(query.log());
        UncommittedEntries mine = ownEntries(query.log());
        List<Sort> order = new ArrayList<>(List.of(Sort.ascending(LogTable.SUBJECT)));
        order.addAll(checked.order());
        return stream(new RowQuery<>(
                dialect,
                table.subjectSource(),
                tenant,
                null,
                checked.where().and(LogTable.among(subjects)),
                order,
                row -> table.read(row, mine),
                LogEntry::key));
    }

    @Override
    public Map<UUID, List<Group>> aggregate(Aggregation aggregation, Collection<UUID> subjects) {
        Aggregation checked = tables.schema().check(aggregation);
        return readStatement(link -> AggregateQuery.execute(checked, subjects, tables, link, tenant));
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        LogTable table = tables.log(log);
        PageRequest.first(limit);
        UncommittedEntries mine = ownEntries(log);
        return read(link -> new LogPositionReader(table, dialect, tenant).readAfter(link, after, mine, limit));
    }

    /** Returns this transaction's own entries of a log, which aren't committed. */
    private UncommittedEntries ownEntries(String log) {
        if (transaction.isJoined()) {
            return read(link -> dialect.logAppender().uncommitted(tables.log(log), transaction, tenant));
        }
        return UncommittedEntries.anyOf(uncommitted.getOrDefault(log, List.of()));
    }

    @Override
    public void write(List<? extends Write> batch) {
        requireWriting();
        modify(link -> {
            DocumentWriter writes = new DocumentWriter(tables, link, tenant, documentsRead);
            List<Write> checked = writes.canonicalBatch(batch);
            if (!checked.isEmpty()) {
                register(link);
            }
            return transaction.atomically(same -> {
                writes.write(checked);
                return true;
            });
        });
    }

    @Override
    public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
        requireWriting();
        DocumentTable table = tables.document(type);
        return modify(link -> {
            List<ComputedValues> canonical = ComputedWriter.canonical(table, fields, rows);
            return transaction.atomically(
                    same -> new ComputedWriter(table, dialect, tenant, fields).write(same, canonical));
        });
    }

    @Override
    public Set<String> append(String log, List<LogEntry> entries) {
        requireWriting();
        LogTable table = tables.log(log);
        return modify(link -> {
            List<LogEntry> canonical =
                    entries.stream().map(table.type()::canonical).toList();
            if (!canonical.isEmpty()) {
                register(link);
            }
            LogAppender.AppendResult appended =
                    transaction.atomically(same -> dialect.logAppender().append(table, same, tenant, canonical));
            uncommitted.computeIfAbsent(log, first -> new ArrayList<>()).add(appended.uncommitted());
            return appended.leftOut();
        });
    }

    @Override
    public int prune(Pruning pruning) {
        requireWriting();
        LogTable table = tables.log(pruning.log());
        LogQuery checked =
                tables.schema().check(new LogQuery(pruning.log(), null, pruning.where(), SortDirection.ASCENDING));
        UncommittedEntries mine = ownEntries(pruning.log());
        Pruning canonical = new Pruning(pruning.log(), checked.where(), pruning.upTo(), pruning.limit());
        return modify(link ->
                transaction.atomically(same -> new LogRemover(table, dialect, same, tenant).prune(canonical, mine)));
    }

    @Override
    public Set<String> redact(String log, List<Redaction> redactions) {
        requireWriting();
        LogTable table = tables.log(log);
        return modify(link -> {
            List<Redaction> canonical = LogRedactor.canonical(table, redactions);
            return transaction.atomically(same -> LogRedactor.write(table, dialect, same, tenant, canonical));
        });
    }

    @Override
    public void commit() {
        requireUsable();
        state = State.ENDED;
        try {
            transaction.commit();
            if (registered && !transaction.isJoined()) {
                tables.tenants().committed(tenant);
            }
        } catch (SQLException e) {
            throw failure(e, true);
        } finally {
            transaction.end(); // others may go on before this session is closed
        }
    }

    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        try {
            closeScan();
        } finally {
            transaction.end();
        }
    }

    private void closeScan() {
        QueryScan<?> open = scan;
        scan = null;
        if (open != null) {
            open.close();
        }
    }

    private <T extends FieldReader> Stream<T> stream(RowQuery<T> query) {
        requireUsable();
        read(link -> true); // begins, and says whose session it is where that has to be said
        QueryScan<T> opened = new QueryScan<>(query, transaction.link(), e -> failure(e, false));
        scan = opened;
        return StreamSupport.stream(opened, false).onClose(opened::close);
    }

    private <T extends FieldReader> ResultPage<T> page(RowQuery<T> query, PageRequest request) {
        List<IndexRange> segments = query.ranges(request.after());
        SessionTransaction.JdbcCallback<ResultPage<T>> work = link -> query.page(link, segments, request.limit());
        return segments.size() == 1 ? readStatement(work) : read(work);
    }

    /** Runs work of several statements, which see the same. */
    private <R> R read(SessionTransaction.JdbcCallback<R> work) {
        requireUsable();
        transaction.beginSnapshot();
        return readStatement(work);
    }

    /** Runs work of one statement. */
    private <R> R readStatement(SessionTransaction.JdbcCallback<R> work) {
        requireUsable();
        try {
            setTenant();
            return work.apply(transaction.link());
        } catch (SQLException e) {
            throw failure(e, false);
        }
    }

    /** Puts the tenant among those that have written something. */
    private void register(JdbcConnection link) throws SQLException {
        if (!registered) {
            registered = tables.tenants().register(link, tenant);
        }
    }

    /** Sets the tenant; in a host's transaction each time, since another session may have worked there meanwhile. */
    private void setTenant() throws SQLException {
        if (!tenantSet || transaction.isJoined()) {
            dialect.setTenant(transaction.link(), tenant);
            tenantSet = true;
        }
    }

    /** Runs work after whose failure nothing more may be asked. */
    private <R> R modify(SessionTransaction.JdbcCallback<R> work) {
        try {
            setTenant();
            return work.apply(transaction.link());
        } catch (SQLException e) {
            state = State.ENDED;
            throw failure(e, false);
        } catch (StorageException e) {
            state = State.ENDED;
            throw e;
        }
    }

    private StorageException failure(SQLException error, boolean committing) {
        transaction.link().closeStatements();
        if (dialect.breaksConnection(error)) {
            transaction.link().markBroken();
        }
        return dialect.translate(error, committing);
    }

    private void requireWriting() {
        requireUsable();
        if (!transaction.isWriting()) {
            throw new IllegalStateException("this session only reads");
        }
    }

    private void requireUsable() {
        if (storageClosed.getAsBoolean()) {
            throw new IllegalStateException("the storage is closed");
        }
        if (state != State.OPEN) {
            throw new IllegalStateException(
                    state == State.CLOSED ? "the session is closed" : "the session's transaction has ended");
        }
        QueryScan<?> open = scan;
        if (open != null && !open.isExhausted()) {
            throw new IllegalStateException("a scan of this session is still open");
        }
    }
}
