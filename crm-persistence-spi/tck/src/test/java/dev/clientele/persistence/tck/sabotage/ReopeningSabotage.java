package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Adapters that go wrong when a database is opened again, or twice. */
final class ReopeningSabotage {

    static final String SUITE = "Reopening";

    private ReopeningSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                Sabotage.storage("T5", "keeps nothing", SUITE, storage -> MemoryStorage.create()),
                Sabotage.storage("T4", "commits what is open when it is closed", SUITE, CommitsWhenClosed::new),
                Sabotage.storage("L4", "numbers entries from one after each opening", SUITE, NumbersAnew::new));
    }

    private static final class CommitsWhenClosed extends ForwardingStorage {
        private final List<StorageSession> open = new ArrayList<>();

        CommitsWhenClosed(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession write(TenantId tenant) {
            StorageSession session = inner.write(tenant);
            open.add(session);
            return session;
        }

        @Override
        public void close() {
            for (StorageSession session : open) {
                try {
                    session.commit();
                } catch (IllegalStateException e) {
                    // over already
                }
            }
            inner.close();
        }
    }

    private static final class NumbersAnew extends ForwardingStorage {
        private long before = -1;

        NumbersAnew(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession read(TenantId tenant) {
            StorageSession session = inner.read(tenant);
            return new ForwardingSession(session) {
                @Override
                public List<LogEntry> follow(String log, Position after, int limit) {
                    return inner.follow(log, Position.START, limit).stream()
                            .map(entry -> entry.atPosition(anew(entry.position())))
                            .filter(entry -> entry.position().compareTo(after) > 0)
                            .toList();
                }
            };
        }

        @Override
        public StorageSession write(TenantId tenant) {
            if (before < 0) {
                try (StorageSession session = inner.read(tenant)) {
                    before = session.follow("audit", Position.START, 1000).size();
                }
            }
            return inner.write(tenant);
        }

        private Position anew(Position position) {
            long number = position.second();
            return new Position(0, number > before && before > 0 ? number - before : number);
        }
    }
}
