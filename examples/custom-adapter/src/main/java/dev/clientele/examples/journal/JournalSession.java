package dev.clientele.examples.journal;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
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
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction of one tenant on a working copy of the journal's rows. */
final class JournalSession implements StorageSession {

    private final List<String> appended = new ArrayList<>();
    private final TenantId tenant;
    private final Schema schema;
    private final WorkingCopy draft;
    private final Consumer<JournalSession> whenClosed;
    private @Nullable Journal journal;
    private volatile boolean ended;

    /** Creates a session; one that writes holds the journal's lock, and releases it when it ends. */
    JournalSession(
            TenantId tenant, Schema schema, Journal journal, boolean writes, Consumer<JournalSession> whenClosed) {
        this.tenant = tenant;
        this.schema = schema;
        this.draft = new WorkingCopy(journal.rows());
        this.journal = writes ? journal : null;
        this.whenClosed = whenClosed;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireOpen();
        FieldView view = new FieldView(schema.document(type).fields());
        return Set.copyOf(ids).stream()
                .flatMap(id -> Stream.ofNullable(draft.get(path("document", type, id))))
                .map(row -> view.view((Document) row))
                .toList();
    }

    @Override
    public List<Document> findForUpdate(String type, Collection<UUID> ids) {
        requireWriting();
        return findAll(type, ids);
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        requireOpen();
        return documents(query).page(schema.check(query, request));
    }

    @Override
    public Stream<Document> scan(Query query) {
        requireOpen();
        return documents(query).stream().peek(row -> requireOpen());
    }

    @Override
    public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        requireOpen();
        return entries(query).page(schema.check(query, request));
    }

    @Override
    public Stream<LogEntry> scan(LogQuery query) {
        requireOpen();
        return entries(query).stream().peek(row -> requireOpen());
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
        requireOpen();
        Aggregation checked = schema.check(aggregation);
        Stream<? extends FieldReader> records = schema.isLog(checked.source())
                ? entries(new LogQuery(checked.source(), checked.subject(), checked.where(), SortDirection.ASCENDING))
                        .stream()
                : documents(Query.where(checked.source(), checked.where())).stream();
        Aggregator tally = new Aggregator(checked);
        try {
            records.forEach(tally::add);
        } catch (IllegalStateException e) {
            throw new UnsupportedException("more than " + Aggregation.MAX_GROUPS + " groups", e);
        }
        return tally.groups();
    }

    @Override
    public List<LogEntry> follow(String log, Position after, int limit) {
        requireOpen();
        FieldView view = new FieldView(schema.log(log).fields());
        String next = place(log, after.first() > 0 ? Long.MAX_VALUE : after.second()) + "!";
        return draft.rowsBelow(path("place", log)).tailMap(next).values().stream()
                .limit(PageRequest.first(limit).limit())
                .map(row -> view.view(entry(row)))
                .toList();
    }

    @Override
    public synchronized void write(List<? extends Write> batch) {
        modify(() -> {
            Set<String> once = new HashSet<>();
            List<DocumentKey> stale = new ArrayList<>();
            Map<String, @Nullable Document> decided = new LinkedHashMap<>();
            for (Write write : batch) {
                DocumentType type = schema.document(write.type());
                String path = path("document", write.type(), write.id());
                Document held = (Document) draft.get(path);
                if (!once.add(path)) {
                    throw new IllegalArgumentException("a batch has two writes of " + write.type() + " " + write.id());
                } else if (write instanceof Write.Insert insert) {
                    decided.put(path, type.canonical(insert.document()).atVersion(1));
                } else if (write instanceof Write.Replace replace) {
                    Document by = type.canonical(replace.document());
                    decided.put(path, held == null ? null : new FieldView(type.fields()).merge(held, by));
                } else if (write instanceof Write.Delete) {
                    decided.put(path, null);
                }
                if (!write.holdsAt(held == null ? 0 : held.version())) {
                    stale.add(DocumentKey.of(write));
                }
            }
            if (!stale.isEmpty()) {
                throw new ConflictException(stale, null);
            }
            draft.putAll(decided);
            return decided;
        });
    }

    @Override
    public synchronized Set<UUID> compute(String name, Set<String> fields, List<ComputedValues> rows) {
        return modify(() -> {
            DocumentType type = schema.document(name);
            requireDistinct(rows.stream().map(ComputedValues::id));
            fields.forEach(field -> type.canonical(Set.of(field), new ComputedValues(new UUID(0, 0), Map.of())));
            Set<UUID> missing = new HashSet<>();
            for (ComputedValues row :
                    rows.stream().map(row -> type.canonical(fields, row)).toList()) {
                String path = path("document", name, row.id());
                if (draft.get(path) instanceof Document held) {
                    draft.put(path, FieldView.with(held, held.version(), fields, row.fields(), held.body()));
                } else {
                    missing.add(row.id());
                }
            }
            return missing;
        });
    }

    @Override
    public synchronized Set<String> append(String log, List<LogEntry> entries) {
        return modify(() -> {
            LogType type = schema.log(log);
            Set<String> known = new HashSet<>();
            for (LogEntry entry : entries.stream().map(type::canonical).toList()) {
                String path = path("entry", log, entry.key());
                if (draft.get(path) != null || draft.get(path("pruned", log, entry.key())) != null) {
                    known.add(entry.key());
                } else {
                    draft.put(
                            path,
                            LogEntry.of(
                                    entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body()));
                    entry.subjects().forEach(subject -> draft.put(path("subject", log, subject, entry.key()), path));
                    appended.add(path);
                }
            }
            return known;
        });
    }

    @Override
    public synchronized int prune(Pruning pruning) {
        return modify(() -> {
            Pruning checked = schema.check(pruning);
            String log = pruning.log();
            FieldView view = new FieldView(schema.log(log).fields());
            Position upTo = pruning.upTo();
            List<LogEntry> found = draft.rowsBelow(path("place", log)).values().stream()
                    .map(this::entry)
                    .filter(entry -> upTo == null || position(entry).compareTo(upTo) <= 0)
                    .filter(entry -> checked.where().test(view.view(entry)))
                    .limit(checked.limit())
                    .toList();
            if (!found.isEmpty()) {
                draft.put(path("last", log), lastPlace(log));
            }
            for (LogEntry entry : found) {
                draft.put(path("entry", log, entry.key()), null);
                draft.put(place(log, position(entry).second()), null);
                entry.subjects().forEach(subject -> draft.put(path("subject", log, subject, entry.key()), null));
                draft.put(path("pruned", log, entry.key()), "");
            }
            return found.size();
        });
    }

    @Override
    public synchronized Set<String> redact(String log, List<Redaction> redactions) {
        return modify(() -> {
            LogType type = schema.log(log);
            requireDistinct(redactions.stream().map(Redaction::key));
            Set<String> missing = new HashSet<>();
            for (Redaction redaction : redactions.stream().map(type::canonical).toList()) {
                String path = path("entry", log, redaction.key());
                if (draft.get(path) instanceof LogEntry held) {
                    draft.put(path, new FieldView(type.fields()).redact(held, redaction));
                } else {
                    missing.add(redaction.key());
                }
            }
            return missing;
        });
    }

    private static void requireDistinct(Stream<?> names) {
        if (!names.allMatch(new HashSet<>()::add)) {
            throw new IllegalArgumentException("one is named twice");
        }
    }

    @Override
    public synchronized void commit() {
        requireOpen();
        ended = true;
        try {
            if (journal != null) {
                appended.forEach(this::assignPosition);
                journal.commit(draft);
            }
        } finally {
            unlock();
        }
    }

    /** Assigns positions at commit, as the only one who writes: no entry is ever put before another that is seen. */
    private void assignPosition(String path) {
        String log = path.split("/", -1)[1];
        long place = lastPlace(log) + 1;
        draft.put(path, entry(path).atPosition(new Position(0, place)));
        draft.put(place(log, place), path);
    }

    /** Returns the last place that was ever given: that of the last entry, or of one behind it that was pruned. */
    private long lastPlace(String log) {
        String below = path("place", log);
        SortedMap<String, Object> places = draft.rowsBelow(below);
        long last = places.isEmpty() ? 0 : Long.parseLong(places.lastKey().substring(below.length() + 1));
        return draft.get(path("last", log)) instanceof Long pruned ? Math.max(last, pruned) : last;
    }

    private static Position position(LogEntry entry) {
        return Objects.requireNonNull(entry.position());
    }

    @Override
    public synchronized void close() {
        ended = true;
        unlock();
        whenClosed.accept(this);
    }

    private void unlock() {
        if (journal != null) {
            journal.unlock();
            journal = null;
        }
    }

    private <T> T modify(Supplier<T> decision) {
        requireWriting();
        try {
            return decision.get();
        } catch (StorageException e) {
            ended = true;
            throw e;
        }
    }

    private void requireWriting() {
        requireOpen();
        if (journal == null) {
            throw new IllegalStateException("this session only reads");
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("this session is over");
        }
    }

    private Scan<Document> documents(Query query) {
        Query checked = schema.check(query);
        FieldView view = new FieldView(schema.document(query.source()).fields());
        Stream<Document> all = draft.rowsBelow(path("document", query.source())).values().stream()
                .map(row -> view.view((Document) row));
        return new Scan<>(all, checked.where(), checked.order(), DocumentType.ID);
    }

    private Scan<LogEntry> entries(LogQuery query) {
        LogQuery checked = schema.check(query);
        FieldView view = new FieldView(schema.log(query.log()).fields());
        Stream<LogEntry> all = query.subject() == null
                ? draft.rowsBelow(path("entry", query.log())).values().stream().map(row -> (LogEntry) row)
                : draft.rowsBelow(path("subject", query.log(), query.subject())).values().stream()
                        .map(this::entry);
        return new Scan<>(all.map(view::view), checked.where(), checked.order(), LogType.KEY);
    }

    private LogEntry entry(Object path) {
        return (LogEntry) Objects.requireNonNull(draft.get(path.toString()));
    }

    /** Returns a path. Names of types and tenants have no slash, so no path of one is the beginning of another's. */
    private String path(String kind, String type, Object... rest) {
        return Stream.concat(Stream.of(kind, type, tenant), Stream.of(rest))
                .map(String::valueOf)
                .collect(Collectors.joining("/"));
    }

    /** Returns the path of a place, with zeros before it, so that the order of the texts is that of the places. */
    private String place(String log, long place) {
        String digits = Long.toString(place);
        return path("place", log, "0".repeat(19 - digits.length()) + digits);
    }
}
