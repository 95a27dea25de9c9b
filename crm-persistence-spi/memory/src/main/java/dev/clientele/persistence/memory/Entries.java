package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Page;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Direction;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.ValueOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's entries of one log by key, time, subject and position. Immutable. */
final class Entries {

    private final HeldLog type;
    private final Sorted<String, Slot> byKey;
    private final Sorted<Slot, Slot> byTime;
    private final Sorted<Mention, Mention> bySubject;
    private final Sorted<Position, Slot> byPosition;

    private Entries(
            HeldLog type,
            Sorted<String, Slot> byKey,
            Sorted<Slot, Slot> byTime,
            Sorted<Mention, Mention> bySubject,
            Sorted<Position, Slot> byPosition) {
        this.type = type;
        this.byKey = byKey;
        this.byTime = byTime;
        this.bySubject = bySubject;
        this.byPosition = byPosition;
    }

    static Entries none(HeldLog type) {
        return new Entries(
                type,
                Sorted.by(ValueOrder.TEXT),
                Sorted.by(Slot.BY_TIME),
                Sorted.by(Mention.ORDER),
                Sorted.by(Comparator.naturalOrder()));
    }

    boolean has(String key) {
        return byKey.get(key) != null;
    }

    /** With one more entry, which {@link #follow} doesn't show before it is {@linkplain #settled settled}. */
    Entries with(Slot slot) {
        Sorted<Mention, Mention> mentions = bySubject;
        for (UUID subject : slot.entry().subjects()) {
            Mention mention = new Mention(subject, slot);
            mentions = mentions.with(mention, mention);
        }
        return new Entries(type, byKey.with(slot.entry().key(), slot), byTime.with(slot, slot), mentions, byPosition);
    }

    /** With an entry that has its position found by it. */
    Entries settled(Slot slot) {
        Position position = Objects.requireNonNull(slot.entry().position());
        return new Entries(type, byKey, byTime, bySubject, byPosition.with(position, slot));
    }

    Stream<LogEntry> stored() {
        return Rows.stream(byPosition.values()).map(Slot::entry);
    }

    List<LogEntry> follow(Position after, int limit) {
        return Rows.stream(byPosition.ascending(position -> position.compareTo(after) > 0))
                .limit(limit)
                .map(slot -> type.visible(slot.entry()))
                .toList();
    }

    Page<LogEntry> page(LogQuery query, PageRequest request) {
        Cursor after = request.after();
        List<LogEntry> first = from(query, after)
                .filter(entry -> after == null || after.isBefore(query.order(), entry, entry.key()))
                .filter(query.where()::test)
                .limit(request.limit() + 1L)
                .map(type::visible)
                .toList();
        return Rows.page(first, request.limit(), entry -> Cursor.of(query.order(), entry, entry.key()));
    }

    Stream<LogEntry> scan(LogQuery query) {
        return from(query, null).filter(query.where()::test).map(type::visible);
    }

    /** The entries about a record, or all if it is null, by time. */
    Stream<LogEntry> about(@Nullable UUID subject) {
        Iterator<Slot> slots = subject == null ? byTime.values() : about(subject, true, slot -> true);
        return Rows.stream(slots).map(Slot::entry);
    }

    /** The entries of a query's subject in its order, from the time of the cursor on; not yet filtered. */
    private Stream<LogEntry> from(LogQuery query, @Nullable Cursor after) {
        boolean ascending = query.direction() == Direction.ASCENDING;
        Object time = after == null ? null : after.values().get(0);
        Predicate<Slot> inReach = slot -> {
            if (!(time instanceof Instant start)) {
                return true;
            }
            int order = slot.entry().occurredAt().compareTo(start);
            return ascending ? order >= 0 : order <= 0;
        };
        UUID subject = query.subject();
        Iterator<Slot> slots = subject == null ? over(byTime, ascending, inReach) : about(subject, ascending, inReach);
        return Rows.stream(ascending ? slots : new TiesTurned(slots)).map(Slot::entry);
    }

    private Iterator<Slot> about(UUID subject, boolean ascending, Predicate<Slot> inReach) {
        Iterator<Mention> mentions = over(bySubject, ascending, mention -> {
            int order = IdOrder.INSTANCE.compare(mention.subject(), subject);
            return order == 0 ? inReach.test(mention.slot()) : ascending == order > 0;
        });
        return Rows.stream(mentions)
                .takeWhile(mention -> mention.subject().equals(subject))
                .map(Mention::slot)
                .iterator();
    }

    private static <K, V> Iterator<V> over(Sorted<K, V> tree, boolean ascending, Predicate<K> inReach) {
        return ascending ? tree.ascending(inReach) : tree.descending(inReach);
    }

    /** One of the subjects of an entry. */
    private record Mention(UUID subject, Slot slot) {
        static final Comparator<Mention> ORDER =
                Comparator.comparing(Mention::subject, IdOrder.INSTANCE).thenComparing(Mention::slot, Slot.BY_TIME);
    }
}
