package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An adapter that breaks one rule.
 *
 * @param rule the rule
 * @param name what it does wrong, in a few words
 * @param suite the suite that has to notice: the name of a nested class of {@code StorageConformance}
 * @param breaks turns a sound storage into the broken one
 */
record Sabotage(String rule, String name, String suite, UnaryOperator<Storage> breaks) {

    /** One whose sessions are broken, each on its own. */
    static Sabotage sessions(String rule, String name, String suite, UnaryOperator<StorageSession> breaks) {
        return storage(
                rule, name, suite, storage -> new BrokenSessions(storage, (broken, session) -> breaks.apply(session)));
    }

    /** One whose sessions need the storage, to look at other tenants or to open other sessions. */
    static Sabotage knowing(
            String rule, String name, String suite, BiFunction<BrokenSessions, StorageSession, StorageSession> breaks) {
        return storage(rule, name, suite, storage -> new BrokenSessions(storage, breaks));
    }

    /** One that is broken as a whole. */
    static Sabotage storage(String rule, String name, String suite, UnaryOperator<Storage> breaks) {
        return new Sabotage(rule, name, suite, breaks);
    }

    @Override
    public String toString() {
        return rule + " " + name;
    }

    /** A storage whose sessions are broken. It remembers the tenants that it was asked for. */
    static final class BrokenSessions extends ForwardingStorage {

        private final Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
        private final BiFunction<BrokenSessions, StorageSession, StorageSession> breaks;

        BrokenSessions(Storage inner, BiFunction<BrokenSessions, StorageSession, StorageSession> breaks) {
            super(inner);
            this.breaks = breaks;
        }

        /** Returns the sound storage. */
        Storage inner() {
            return inner;
        }

        /** Asks each other tenant's data something. */
        <T> Stream<T> others(TenantId own, Function<StorageSession, T> question) {
            return tenants.stream().filter(tenant -> !tenant.equals(own)).map(tenant -> fresh(tenant, question));
        }

        /** Asks a new session something. */
        <T> T fresh(TenantId tenant, Function<StorageSession, T> question) {
            try (StorageSession session = inner.read(tenant)) {
                return question.apply(session);
            }
        }

        @Override
        public StorageSession read(TenantId tenant) {
            tenants.add(tenant);
            return breaks.apply(this, inner.read(tenant));
        }

        @Override
        public StorageSession write(TenantId tenant) {
            tenants.add(tenant);
            return breaks.apply(this, inner.write(tenant));
        }

        @Override
        public StorageSession write(TenantId tenant, Duration patience) {
            tenants.add(tenant);
            return breaks.apply(this, inner.write(tenant, patience));
        }

        @Override
        public StorageSession join(TenantId tenant, HostTransaction host) {
            return breaks.apply(this, inner.join(tenant, host));
        }
    }
}
