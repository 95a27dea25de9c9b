package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Page;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Tally;
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

/** One transaction of one tenant: the life cycle around a {@link Work}. */
final class MemorySession implements StorageSession {

    private final MemoryStorage storage;
    private final Work work;
    private final boolean writable;
    private final @Nullable MemoryTransaction host;
    private final Schema schema;
    private boolean ended;
    private @Nullable Stream<?> scan;

    private MemorySession(MemoryStorage storage, Work work, boolean writable, @Nullable MemoryTransaction host) {
        this.storage = storage;
        this.work = work;
        this.writable = writable;
        this.host = host;
        this.schema = work.contents().catalog().declared();
    }

    static MemorySession reading(MemoryStorage storage, Work work) {
        return new MemorySession(storage, work, false, null);
    }

    static MemorySession writing(MemoryStorage storage, Work work) {
        return new MemorySession(storage, work, true, null);
    }

    static MemorySession joined(MemoryStorage storage, Work work, MemoryTransaction host) {
        return new MemorySession(storage, work, true, host);
    }

    @Override
    public TenantId tenant() {
        return work.tenant();
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireIdle();
        schema.document(type);
        var documents = work.contents().documentsOf(type);
        return new LinkedHashSet<>(ids)
                .stream()
                        .map(documents::find)
                        .filter(Objects::nonNull)
                        .map(Document.class::cast)
                        .toList();
    }

    @Override
    public Page<Document> page(Query query, PageRequest request) {
        requireIdle();
        Query checked = schema.check(query);
        return work.contents().documentsOf(query.source()).page(checked, schema.check(checked, request));
    }

    @Override
    public Stream<Document> scan(Query query) {
        requireIdle();
        Query checked = schema.check(query);
        return opened(work.contents().documentsOf(query.source()).scan(checked));
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        requireIdle();
        Aggregation checked = schema.check(aggregation);
        String source = checked.source();
        Tally tally = new Tally(checked);
        Iterator<? extends FieldReader> rows = schema.isLog(source)
                ? work.contents().entriesOf(source).about(checked.subject()).iterator()
                : work.contents().documentsOf(source).candidates(checked.where());
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
        changing(() -> {
            work.write(batch);
            return batch;
        });
    }

    @Override
    public Set<String> append(String log, List<LogEntry> entries) {
        requireWritable();
        return changing(() -> work.append(log, entries));
    }

    @Override
    public Page<LogEntry> page(LogQuery query, PageRequest request) {
        requireIdle();
        LogQuery checked = schema.check(query);
        return work.contents().entriesOf(query.log()).page(checked, schema.check(checked, request));
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        requireIdle();
        LogQuery checked = schema.check(query);
        return opened(work.contents().entriesOf(query.log()).scan(checked));
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        requireIdle();
        schema.log(log);
        PageRequest.first(limit);
        return work.contents().entriesOf(log).follow(after, limit);
    }

    @Override
    public void commit() {
        requireIdle();
        ended = true;
        if (host == null && !work.isEmpty()) {
            storage.commit(List.of(work));
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

    private <T> T changing(Supplier<T> change) {
        try {
            return change.get();
        } catch (StorageException e) {
            ended = true;
            throw e;
        }
    }

    private <T> Stream<T> opened(Stream<T> rows) {
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
        Stream<T> stream = Rows.stream(guarded).onClose(() -> scan = null);
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
