package dev.clientele.examples.journal;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Page;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Direction;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction of one tenant: how it reads a draft of the journal's rows, and what it writes into it. */
final class JournalSession implements StorageSession {

    private final List<String> appended = new ArrayList<>();
    private final TenantId tenant;
    private final Schema schema;
    private final Draft draft;
    private final Consumer<JournalSession> whenClosed;
    private @Nullable Journal turn;
    private volatile boolean over;

    /** A session that writes has the turn at a journal, and passes it on when it ends. */
    JournalSession(
            TenantId tenant, Schema schema, Draft draft, @Nullable Journal turn, Consumer<JournalSession> whenClosed) {
        this.tenant = tenant;
        this.schema = schema;
        this.draft = draft;
        this.turn = turn;
        this.whenClosed = whenClosed;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireOpen();
        DocumentType declared = schema.document(type);
        return new LinkedHashSet<>(ids)
                .stream()
                        .flatMap(id -> Stream.ofNullable(draft.get(path("document", type, id.toString()))))
                        .map(row -> row.document(declared))
                        .toList();
    }

    @Override
    public Page<Document> page(Query query, PageRequest request) {
        requireOpen();
        return documents(query).page(schema.check(query, request));
    }

    @Override
    public Stream<Document> scan(Query query) {
        requireOpen();
        return documents(query).stream().peek(row -> requireOpen());
    }

    @Override
    public Page<LogEntry> page(LogQuery query, PageRequest request) {
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
                ? entries(new LogQuery(checked.source(), checked.subject(), checked.where(), Direction.ASCENDING))
                        .stream()
                : documents(Query.where(checked.source(), checked.where())).stream();
        Tally tally = new Tally(checked);
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
        LogType type = schema.log(log);
        String last = place(log, after.first() > 0 ? Long.MAX_VALUE : after.second());
        return draft.below("place", log, tenant.value()).tailMap(last, false).values().stream()
                .limit(PageRequest.first(limit).limit())
                .map(row -> draft.at(row.text("entry")).entry(type))
                .toList();
    }

    @Override
    public synchronized void write(List<? extends Write> batch) {
        decide(() -> {
            Map<String, Optional<Row>> decided = new LinkedHashMap<>();
            List<UUID> stale = new ArrayList<>();
            for (Write write : batch) {
                String path = path(write);
                Row held = draft.get(path);
                if (decided.put(path, decided(write, held)) != null) {
                    throw new IllegalArgumentException("a batch has two writes of " + write.type() + " " + write.id());
                }
                if (held == null ? !(write instanceof Write.Insert) : held.number("version") != version(write)) {
                    stale.add(write.id());
                }
            }
            if (!stale.isEmpty()) {
                throw new ConflictException(stale, null);
            }
            batch.stream().filter(Write.Check.class::isInstance).map(this::path).forEach(decided::remove);
            draft.replace(decided);
            return decided;
        });
    }

    /** The row that a write leaves, if any. */
    private Optional<Row> decided(Write write, @Nullable Row held) {
        DocumentType type = schema.document(write.type());
        if (write instanceof Write.Insert insert) {
            return Optional.of(Row.of(tenant, type, type.canonical(insert.document()), null));
        } else if (write instanceof Write.Replace replace) {
            return Optional.of(Row.of(tenant, type, type.canonical(replace.document()), held));
        }
        return Optional.empty();
    }

    private static long version(Write write) {
        if (write instanceof Write.Replace replace) {
            return replace.document().version();
        } else if (write instanceof Write.Delete delete) {
            return delete.version();
        }
        return write instanceof Write.Check check ? check.version() : 0;
    }

    @Override
    public synchronized Set<String> append(String log, List<LogEntry> entries) {
        return decide(() -> {
            LogType type = schema.log(log);
            Set<String> known = new LinkedHashSet<>();
            for (LogEntry entry : entries.stream().map(type::canonical).toList()) {
                String path = path("entry", log, entry.key());
                if (draft.get(path) != null) {
                    known.add(entry.key());
                    continue;
                }
                draft.put(path, Row.of(entry));
                appended.add(path);
                for (UUID subject : entry.subjects()) {
                    draft.put(path("subject", log, subject.toString(), entry.key()), new Row(Map.of("entry", path)));
                }
            }
            return known;
        });
    }

    @Override
    public synchronized void commit() {
        requireOpen();
        over = true;
        try {
            if (turn != null) {
                appended.forEach(this::giveItsPlace);
                turn.commit(draft);
            }
        } finally {
            passTurn();
        }
    }

    /** Entries are placed when they are committed, by the only one who writes, so none is ever placed before another. */
    private void giveItsPlace(String path) {
        String log = path.split("/", -1)[1];
        long position = draft.below("place", log, tenant.value()).size() + 1L;
        draft.put(path, draft.at(path).with("position", position));
        draft.put(place(log, position), new Row(Map.of("entry", path)));
    }

    @Override
    public synchronized void close() {
        over = true;
        passTurn();
        whenClosed.accept(this);
    }

    private void passTurn() {
        if (turn != null) {
            turn.passTurn();
            turn = null;
        }
    }

    private <T> T decide(Supplier<T> decision) {
        requireOpen();
        if (turn == null) {
            throw new IllegalStateException("this session only reads");
        }
        try {
            return decision.get();
        } catch (StorageException e) {
            over = true;
            throw e;
        }
    }

    private void requireOpen() {
        if (over) {
            throw new IllegalStateException("this session is over");
        }
    }

    private Rows<Document> documents(Query query) {
        Query checked = schema.check(query);
        DocumentType type = schema.document(query.source());
        Collection<Row> all =
                draft.below("document", type.name(), tenant.value()).values();
        return new Rows<>(all, checked.where(), checked.order(), DocumentType.ID, row -> row.document(type));
    }

    private Rows<LogEntry> entries(LogQuery query) {
        LogQuery checked = schema.check(query);
        LogType type = schema.log(query.log());
        UUID subject = query.subject();
        Collection<Row> all = subject == null
                ? draft.below("entry", type.name(), tenant.value()).values()
                : draft.below("subject", type.name(), tenant.value(), subject.toString()).values().stream()
                        .map(row -> draft.at(row.text("entry")))
                        .toList();
        return new Rows<>(all, checked.where(), checked.order(), LogType.KEY, row -> row.entry(type));
    }

    private String path(Write write) {
        return path("document", write.type(), write.id().toString());
    }

    private String path(String kind, String type, String... rest) {
        return Draft.path(kind, type, tenant.value(), Draft.path(rest));
    }

    /** The path of a place, with zeros before it, so that the order of the texts is that of the places. */
    private String place(String log, long position) {
        String digits = Long.toString(position);
        return path("place", log, "0".repeat(19 - digits.length()) + digits);
    }
}
