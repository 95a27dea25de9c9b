package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's entries of one log by key, time, subject and position. Immutable. */
final class LogEntryCollection {

    private final StoredLogType type;
    private final PersistentTreeMap<String, LogEntryHolder> byKey;
    private final PersistentTreeMap<LogEntryHolder, LogEntryHolder> byTime;
    private final PersistentTreeMap<SubjectEntry, SubjectEntry> bySubject;
    private final PersistentTreeMap<Position, LogEntryHolder> byPosition;
    private final PersistentTreeMap<String, String> prunedKeys;

    private LogEntryCollection(
            StoredLogType type,
            PersistentTreeMap<String, LogEntryHolder> byKey,
            PersistentTreeMap<LogEntryHolder, LogEntryHolder> byTime,
            PersistentTreeMap<SubjectEntry, SubjectEntry> bySubject,
            PersistentTreeMap<Position, LogEntryHolder> byPosition,
            PersistentTreeMap<String, String> prunedKeys) {
        this.type = type;
        this.byKey = byKey;
        this.byTime = byTime;
        this.bySubject = bySubject;
        this.byPosition = byPosition;
        this.prunedKeys = prunedKeys;
    }

    static LogEntryCollection empty(StoredLogType type) {
        return new LogEntryCollection(
                type,
                PersistentTreeMap.orderedBy(ValueOrder.TEXT),
                PersistentTreeMap.orderedBy(LogEntryHolder.BY_TIME),
                PersistentTreeMap.orderedBy(SubjectEntry.ORDER),
                PersistentTreeMap.orderedBy(Comparator.naturalOrder()),
                PersistentTreeMap.orderedBy(ValueOrder.TEXT));
    }

    /** Tells whether a key is taken, be it by an entry that was pruned. */
    boolean containsKey(String key) {
        return byKey.get(key) != null || prunedKeys.get(key) != null;
    }

    /** Returns the holder of the entry with a key, unless there is none or it was pruned. */
    @Nullable
    LogEntryHolder find(String key) {
        return byKey.get(key);
    }

    /**
     * Returns this with one more entry, which {@link #follow} doesn't show before it has
     * {@linkplain #withPosition its position}.
     */
    LogEntryCollection with(LogEntryHolder slot) {
        return new LogEntryCollection(
                type,
                byKey.with(slot.entry().key(), slot),
                byTime.with(slot, slot),
                mentions(slot, (mentions, mention) -> mentions.with(mention, mention)),
                byPosition,
                prunedKeys);
    }

    /** Returns this with an entry that has got its position found by it. */
    LogEntryCollection withPosition(LogEntryHolder slot) {
        Position position = Objects.requireNonNull(slot.entry().position());
        return new LogEntryCollection(type, byKey, byTime, bySubject, byPosition.with(position, slot), prunedKeys);
    }

    /** Returns this without an entry that has its position; its key stays taken. */
    LogEntryCollection prune(LogEntryHolder slot) {
        String key = slot.entry().key();
        return new LogEntryCollection(
                type,
                byKey.without(key),
                byTime.without(slot),
                mentions(slot, PersistentTreeMap::without),
                byPosition.without(Objects.requireNonNull(slot.entry().position())),
                prunedKeys.with(key, key));
    }

    /** Returns this, which has no entry yet, with the keys taken that another has of entries that were pruned. */
    LogEntryCollection withPrunedKeysOf(LogEntryCollection other) {
        return new LogEntryCollection(type, byKey, byTime, bySubject, byPosition, other.prunedKeys);
    }

    /** Returns this with a redacted entry in the place of one with its key, subjects, time and position. */
    LogEntryCollection replace(LogEntryHolder redacted) {
        LogEntryCollection replaced = with(redacted);
        return redacted.entry().position() == null ? replaced : replaced.withPosition(redacted);
    }

    /** Returns an entry with what a redaction says in its fields; those that aren't declared any more it keeps. */
    LogEntry redact(LogEntry entry, Redaction redaction) {
        return type.redact(entry, redaction);
    }

    private PersistentTreeMap<SubjectEntry, SubjectEntry> mentions(
            LogEntryHolder slot,
            BiFunction<
                            PersistentTreeMap<SubjectEntry, SubjectEntry>,
                            SubjectEntry,
                            PersistentTreeMap<SubjectEntry, SubjectEntry>>
                    change) {
        PersistentTreeMap<SubjectEntry, SubjectEntry> mentions = bySubject;
        for (UUID subject : slot.entry().subjects()) {
            mentions = change.apply(mentions, new SubjectEntry(subject, slot));
        }
        return mentions;
    }

    /** Returns the first entries in order of position that a pruning removes. */
    List<LogEntryHolder> find(Pruning pruning) {
        Position last = pruning.upTo();
        return RowStreams.stream(byPosition.values())
                .takeWhile(slot -> last == null
                        || Objects.requireNonNull(slot.entry().position()).compareTo(last) <= 0)
                .filter(slot -> pruning.where().test(slot.entry()))
                .limit(pruning.limit())
                .toList();
    }

    Stream<LogEntry> stored() {
        return RowStreams.stream(byPosition.values()).map(LogEntryHolder::entry);
    }

    List<LogEntry> follow(Position after, int limit) {
        return RowStreams.stream(byPosition.ascending(position -> position.compareTo(after) > 0))
                .limit(limit)
                .map(slot -> type.withDeclaredFields(slot.entry()))
                .toList();
    }

    ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
        Cursor after = request.after();
        List<LogEntry> first = from(query, after)
                .filter(entry -> after == null || after.isBefore(query.order(), entry, entry.key()))
                .filter(query.where()::test)
                .limit(request.limit() + 1L)
                .map(type::withDeclaredFields)
                .toList();
        return RowStreams.page(first, request.limit(), entry -> Cursor.of(query.order(), entry, entry.key()));
    }

    Stream<LogEntry> scan(LogQuery query) {
        return from(query, null).filter(query.where()::test).map(type::withDeclaredFields);
    }

    /** Returns the entries about a record, or all if it is null, by time. */
    Stream<LogEntry> withSubject(@Nullable UUID subject) {
        Iterator<LogEntryHolder> slots = subject == null ? byTime.values() : withSubject(subject, true, slot -> true);
        return RowStreams.stream(slots).map(LogEntryHolder::entry);
    }

    /** Returns the entries of a query's subject in its order, from the time of the cursor on; not yet filtered. */
    private Stream<LogEntry> from(LogQuery query, @Nullable Cursor after) {
        boolean ascending = query.direction() == SortDirection.ASCENDING;
        Object time = after == null ? null : after.values().get(0);
        Predicate<LogEntryHolder> inReach = slot -> {
            if (!(time instanceof Instant start)) {
                return true;
            }
            int order = slot.entry().occurredAt().compareTo(start);
            return ascending ? order >= 0 : order <= 0;
        };
        UUID subject = query.subject();
        Iterator<LogEntryHolder> slots =
                subject == null ? iterate(byTime, ascending, inReach) : withSubject(subject, ascending, inReach);
        return RowStreams.stream(ascending ? slots : new TieReversingIterator(slots))
                .map(LogEntryHolder::entry);
    }

    private Iterator<LogEntryHolder> withSubject(UUID subject, boolean ascending, Predicate<LogEntryHolder> inReach) {
        Iterator<SubjectEntry> mentions = iterate(bySubject, ascending, mention -> {
            int order = IdOrder.INSTANCE.compare(mention.subject(), subject);
            return order == 0 ? inReach.test(mention.slot()) : ascending == order > 0;
        });
        return RowStreams.stream(mentions)
                .takeWhile(mention -> mention.subject().equals(subject))
                .map(SubjectEntry::slot)
                .iterator();
    }

    private static <K, V> Iterator<V> iterate(PersistentTreeMap<K, V> tree, boolean ascending, Predicate<K> inReach) {
        return ascending ? tree.ascending(inReach) : tree.descending(inReach);
    }

    /** An entry under one of its subjects. */
    private record SubjectEntry(UUID subject, LogEntryHolder slot) {
        static final Comparator<SubjectEntry> ORDER = Comparator.comparing(SubjectEntry::subject, IdOrder.INSTANCE)
                .thenComparing(SubjectEntry::slot, LogEntryHolder.BY_TIME);
    }
}
