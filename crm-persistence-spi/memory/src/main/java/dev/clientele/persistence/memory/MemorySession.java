package dev.clientele.persistence.memory;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
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
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One transaction of one tenant: the life cycle around a {@link MemoryUnitOfWork}. */
final class MemorySession implements StorageSession {

    private final MemoryStorage storage;
    private final MemoryUnitOfWork unitOfWork;
    private final boolean writable;
    private final @Nullable MemoryTransaction host;
    private final Schema schema;
    private boolean ended;
    private @Nullable Stream<?> scan;

    private MemorySession(
            MemoryStorage storage, MemoryUnitOfWork work, boolean writable, @Nullable MemoryTransaction host) {
        this.storage = storage;
        this.unitOfWork = work;
        this.writable = writable;
        this.host = host;
        this.schema = work.contents().catalog().declared();
    }

    static MemorySession reading(MemoryStorage storage, MemoryUnitOfWork work) {
        return new MemorySession(storage, work, false, null);
    }

    static MemorySession writing(MemoryStorage storage, MemoryUnitOfWork work) {
        return new MemorySession(storage, work, true, null);
    }

    static MemorySession joined(MemoryStorage storage, MemoryUnitOfWork work, MemoryTransaction host) {
        return new MemorySession(storage, work, true, host);
    }

    @Override
    public TenantId tenant() {
        return unitOfWork.tenant();
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireIdle();
        schema.document(type);
        var documents = unitOfWork.contents().documentsOf(type);
        return new LinkedHashSet<>(ids)
                .stream()
                        .map(documents::find)
                        .filter(Objects::nonNull)
                        .map(Document.class::cast)
                        .toList();
    }

    @Override
    public List<Document> findForUpdate(String type, Collection<UUID> ids) {
        requireWritable();
        return findAll(type, ids);
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        requireIdle();
        Query checked = schema.check(query);
        return unitOfWork.contents().documentsOf(query.source()).page(checked, schema.check(checked, request));
    }

    @Override
    public Stream<Document> scan(Query query) {
        requireIdle();
        Query checked = schema.check(query);
        return trackScan(unitOfWork.contents().documentsOf(query.source()).scan(checked));
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        requireIdle();
        Aggregation checked = schema.check(aggregation);
        String source = checked.source();
        Aggregator tally = new Aggregator(checked);
        Iterator<? extends FieldReader> rows = schema.isLog(source)
                ? unitOfWork
                        .contents()
                        .entriesOf(source)
                        .withSubject(checked.subject())
                        .iterator()
                : unitOfWork.contents().documentsOf(source).candidates(checked.where());
        try {
            rows.forEachRemaining(tally::add);
        } catch (IllegalStateException e) {
            throw new UnsupportedException("more than " + Aggregation.MAX_GROUPS + " groups", e);
        }
        return tally.groups();
    }

    @Override
    public void write(List<? extends Write> batch) {
        requireWritable();
        endOnFailure(() -> {
            unitOfWork.write(batch);
            return batch;
        });
    }

    @Override
    public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
        requireWritable();
        return endOnFailure(() -> unitOfWork.compute(type, fields, rows));
    }

    @Override
    public Set<String> append(String log, List<LogEntry> entries) {
        requireWritable();
        return endOnFailure(() -> unitOfWork.append(log, entries));
    }

    @Override
    public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        requireIdle();
        LogQuery checked = schema.check(query);
        return unitOfWork.contents().entriesOf(query.log()).page(checked, schema.check(checked, request));
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        requireIdle();
        LogQuery checked = schema.check(query);
        return trackScan(unitOfWork.contents().entriesOf(query.log()).scan(checked));
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        requireIdle();
        schema.log(log);
        PageRequest.first(limit);
        return unitOfWork.contents().entriesOf(log).follow(after, limit);
    }

    @Override
    public int prune(Pruning pruning) {
        requireWritable();
        return endOnFailure(() -> unitOfWork.prune(pruning));
    }

    @Override
    public Set<String> redact(String log, List<Redaction> redactions) {
        requireWritable();
        return endOnFailure(() -> unitOfWork.redact(log, redactions));
    }

    @Override
    public void commit() {
        requireIdle();
        ended = true;
        if (host == null && !unitOfWork.isEmpty()) {
            storage.commit(List.of(unitOfWork));
        }
    }

    @Override
    public void close() {
        ended = true;
        Stream<?> open = scan;
        if (open != null) {
            open.close();
        }
    }

    private <T> T endOnFailure(Supplier<T> change) {
        try {
            return change.get();
        } catch (StorageException e) {
            ended = true;
            throw e;
        }
    }

    private <T> Stream<T> trackScan(Stream<T> rows) {
        Iterator<T> source = rows.iterator();
        Iterator<T> guarded = new Iterator<>() {
            @Override
            public boolean hasNext() {
                requireOpen();
                return source.hasNext();
            }

            @Override
            public T next() {
                return source.next();
            }
        };
        Stream<T> stream = RowStreams.stream(guarded).onClose(() -> scan = null);
        scan = stream;
        return stream;
    }

    private void requireWritable() {
        requireIdle();
        if (!writable) {
            throw new IllegalStateException("this session only reads");
        }
    }

    private void requireIdle() {
        requireOpen();
        if (scan != null) {
            throw new IllegalStateException("a scan of this session is still open: close its stream first");
        }
    }

    private void requireOpen() {
        storage.requireOpen();
        if (ended) {
            throw new IllegalStateException("this session has ended: only close may be called");
        }
        if (host != null) {
            host.requireActive();
        }
    }
}
