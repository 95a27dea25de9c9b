package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Adapters that miss, repeat or reorder log entries. */
final class LogSabotage {

    private LogSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                Sabotage.sessions("L1", "fails on a known key", "Logs", FailsOnKnown::new),
                Sabotage.sessions("L1", "does not tell what it left out", "Logs", TellsNothing::new),
                Sabotage.sessions("L1", "tells of new entries too", "Logs", TellsAll::new),
                Sabotage.sessions("L1", "fails on a key repeated in a list", "Logs", FailsOnRepeated::new),
                Sabotage.sessions("L2", "forgets all subjects but one", "RoundTrips", OneSubject::new),
                Sabotage.sessions("L2", "cuts entries to the second", "RoundTrips", CutsSeconds::new),
                Sabotage.sessions("L3", "turns ties around", "Logs", TurnsTies::new),
                Sabotage.sessions("L3", "reads a log in the order of arrival", "Logs", ByArrival::new),
                Sabotage.sessions("L3", "loses entries of one time across pages", "Logs", LosesTies::new),
                Sabotage.sessions("L3", "shows entries without the subject", "Logs", AnySubject::new),
                Sabotage.sessions("L4", "gives the last entry again", "Feeds", GivesLastAgain::new),
                Sabotage.sessions("L4", "follows by time", "Feeds", FollowsByTime::new),
                Sabotage.storage("L4", "numbers entries before they commit", "Feeds", NumbersEarly::new),
                Sabotage.sessions("L4", "takes no limit", "Feeds", TakesNoLimit::new),
                Sabotage.sessions("L5", "turns a list around", "Logs", TurnsLists::new),
                Sabotage.storage(
                        "L8",
                        "numbers entries by when their transaction began",
                        "ChangeOrder",
                        NumbersByBeginning::new));
    }

    private static final class FailsOnKnown extends ForwardingSession {
        FailsOnKnown(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            Set<String> leftOut = inner.append(log, entries);
            if (!leftOut.isEmpty()) {
                throw new ConflictException(List.of(), null);
            }
            return leftOut;
        }
    }

    private static final class TellsNothing extends ForwardingSession {
        TellsNothing(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            inner.append(log, entries);
            return Set.of();
        }
    }

    private static final class TellsAll extends ForwardingSession {
        TellsAll(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            Set<String> leftOut = inner.append(log, entries);
            Set<String> all = new HashSet<>(leftOut);
            if (!leftOut.isEmpty()) {
                entries.forEach(entry -> all.add(entry.key()));
            }
            return all;
        }
    }

    private static final class FailsOnRepeated extends ForwardingSession {
        FailsOnRepeated(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            if (entries.stream().map(LogEntry::key).distinct().count() < entries.size()) {
                throw new ConflictException(List.of(), null);
            }
            return inner.append(log, entries);
        }
    }

    private static final class OneSubject extends ForwardingSession {
        OneSubject(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            return inner.append(
                    log,
                    entries.stream()
                            .map(entry -> LogEntry.of(
                                    entry.key(),
                                    Set.of(entry.subjects().iterator().next()),
                                    entry.occurredAt(),
                                    entry.fields(),
                                    entry.body()))
                            .toList());
        }
    }

    private static final class CutsSeconds extends ForwardingSession {
        CutsSeconds(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            return inner.append(
                    log,
                    entries.stream()
                            .map(entry -> LogEntry.of(
                                    entry.key(),
                                    entry.subjects(),
                                    Instant.ofEpochSecond(entry.occurredAt().getEpochSecond()),
                                    entry.fields(),
                                    entry.body()))
                            .toList());
        }
    }

    /** Newest first by reading oldest first backwards. */
    private static final class TurnsTies extends ForwardingSession {
        TurnsTies(StorageSession inner) {
            super(inner);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            if (query.direction() == SortDirection.ASCENDING) {
                return inner.scan(query);
            }
            LogQuery upwards = new LogQuery(query.log(), query.subject(), query.where(), SortDirection.ASCENDING);
            List<LogEntry> entries;
            try (Stream<LogEntry> rows = inner.scan(upwards)) {
                entries = new ArrayList<>(rows.toList());
            }
            Collections.reverse(entries);
            return entries.stream();
        }
    }

    private static final class ByArrival extends ForwardingSession {
        ByArrival(StorageSession inner) {
            super(inner);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            List<LogEntry> entries;
            try (Stream<LogEntry> rows = inner.scan(query)) {
                entries = rows.toList();
            }
            return entries.stream()
                    .sorted(Comparator.comparing(LogEntry::position, Comparator.nullsLast(Comparator.naturalOrder())));
        }
    }

    private static final class LosesTies extends ForwardingSession {
        LosesTies(StorageSession inner) {
            super(inner);
        }

        @Override
        public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
            Cursor after = request.after();
            PageRequest past = after == null
                    ? request
                    : PageRequest.after(new Cursor(after.values(), "\uDBFF\uDFFF"), request.limit());
            return inner.page(query, past);
        }
    }

    private static final class AnySubject extends ForwardingSession {
        AnySubject(StorageSession inner) {
            super(inner);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            return inner.scan(new LogQuery(query.log(), null, query.where(), query.direction()));
        }
    }

    private static final class GivesLastAgain extends ForwardingSession {
        GivesLastAgain(StorageSession inner) {
            super(inner);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            long before = Math.max(0, after.second() - 1);
            return inner.follow(log, new Position(after.first(), before), limit);
        }
    }

    private static final class FollowsByTime extends ForwardingSession {
        FollowsByTime(StorageSession inner) {
            super(inner);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            return inner.follow(log, after, limit).stream()
                    .sorted(Comparator.comparing(LogEntry::key))
                    .toList();
        }
    }

    private static final class TakesNoLimit extends ForwardingSession {
        TakesNoLimit(StorageSession inner) {
            super(inner);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            return inner.follow(log, after, 10_000);
        }
    }

    private static final class TurnsLists extends ForwardingSession {
        TurnsLists(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            List<LogEntry> turned = new ArrayList<>(entries);
            Collections.reverse(turned);
            return new LinkedHashSet<>(inner.append(log, turned));
        }
    }

    /** Takes positions from a sequence when entries are appended, as a naive adapter for a database server would. */
    private static final class NumbersEarly extends ForwardingStorage {
        private final AtomicLong sequence = new AtomicLong();
        private final Map<String, Long> numbers = new ConcurrentHashMap<>();

        NumbersEarly(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return new Numbered(inner.write(tenant));
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return new Numbered(inner.read(tenant));
        }

        private final class Numbered extends ForwardingSession {
            Numbered(StorageSession inner) {
                super(inner);
            }

            @Override
            public Set<String> append(String log, List<LogEntry> entries) {
                entries.forEach(entry -> numbers.put(tenant() + entry.key(), sequence.incrementAndGet()));
                return inner.append(log, entries);
            }

            @Override
            public List<LogEntry> follow(String log, Position after, int limit) {
                return inner.follow(log, Position.START, 10_000).stream()
                        .map(entry -> entry.atPosition(new Position(0, numbers.get(tenant() + entry.key()))))
                        .filter(entry -> entry.position().compareTo(after) > 0)
                        .sorted(Comparator.comparing(LogEntry::position))
                        .limit(limit)
                        .toList();
            }
        }
    }
}
