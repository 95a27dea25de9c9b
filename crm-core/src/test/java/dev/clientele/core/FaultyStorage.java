package dev.clientele.core;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A storage that fails as it is told to. */
final class FaultyStorage extends ForwardingStorage {

    /** What the next commits throw instead of committing. */
    final Deque<RuntimeException> onCommit = new ArrayDeque<>();

    /** What the next readings of a log by position throw. */
    final Deque<RuntimeException> onFollow = new ArrayDeque<>();

    /** What a scan throws after its first row. */
    final Deque<RuntimeException> inScan = new ArrayDeque<>();

    /** What the next openings of a session that writes throw. */
    final Deque<RuntimeException> onOpen = new ArrayDeque<>();

    /** The patience that each opening of a session that writes was given. */
    final List<Duration> patiences = new ArrayList<>();

    FaultyStorage(Storage storage) {
        super(storage);
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        patiences.add(patience);
        fail(onOpen);
        return super.write(tenant, patience);
    }

    @Override
    protected StorageSession wrap(StorageSession session) {
        return new FaultySession(session);
    }

    private static void fail(Deque<RuntimeException> failures) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    private final class FaultySession extends ForwardingSession {

        FaultySession(StorageSession session) {
            super(session);
        }

        @Override
        public Stream<Document> scan(Query query) {
            int[] rows = new int[1];
            return super.scan(query).peek(row -> {
                if (rows[0]++ > 0) {
                    fail(inScan);
                }
            });
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            fail(onFollow);
            return super.follow(log, after, limit);
        }

        @Override
        public void commit() {
            fail(onCommit);
            super.commit();
        }
    }
}
