package dev.clientele.core;

import com.google.common.collect.ImmutableListMultimap;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.DeliveryLag;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.store.ChangeDelivery;
import dev.clientele.core.store.CrmContext;
import dev.clientele.core.store.IdGenerator;
import dev.clientele.core.store.KeptValues;
import dev.clientele.core.store.LogListener;
import dev.clientele.core.store.MergeHook;
import dev.clientele.core.store.RecordRule;
import dev.clientele.core.store.SchemaSetup;
import dev.clientele.core.store.SessionContext;
import dev.clientele.core.store.StorageExceptionTranslator;
import dev.clientele.core.store.TransactionCounters;
import dev.clientele.core.store.TransactionRunner;
import dev.clientele.core.store.TypeRegistry;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A customer relationship database inside the host's process: a storage, the types it holds, and the rules for using it.
 * Built once with {@link #on}, used by all threads.
 */
public final class Crm {

    private static final int TENANTS_AT_ONCE = 1000;

    private final CrmContext engine;
    private final ChangeDelivery delivery;
    private final CrmBuilder settings;
    private final SchemaSetup setup;
    private final TransactionCounters counters = new TransactionCounters();

    Crm(CrmBuilder settings) {
        this.settings = settings;
        Storage storage = settings.storage;
        TypeRegistry types = types(settings);
        IdGenerator ids = new IdGenerator(settings.clock, settings.random);
        List<LogListener> listeners = settings.listeners.values().stream()
                .map(listener -> listener.apply(types))
                .toList();
        this.delivery = new ChangeDelivery(storage, listeners, settings.clock, settings.time, ids, counters);
        TransactionRunner transactions = new TransactionRunner(
                new TransactionRunner.RetrySettings(
                        settings.patience, settings.maxAttempts, settings.random, settings.time),
                counters,
                delivery);
        this.engine = new CrmContext(storage, types, ids, transactions, delivery, new KeptValues());
        this.setup = new SchemaSetup(storage, types);
        setup.run(settings.validateOnly);
    }

    static TypeRegistry types(CrmBuilder settings) {
        return new TypeRegistry(
                settings.entities,
                settings.events,
                rulesByType(settings.rules),
                followersByType(settings.followers),
                settings.newerRecords);
    }

    private static ImmutableListMultimap<String, MergeHook<?>> followersByType(
            Collection<TypeSet.TypeFollower<?>> followers) {
        ImmutableListMultimap.Builder<String, MergeHook<?>> byType = ImmutableListMultimap.builder();
        followers.forEach(follower -> byType.put(follower.type().name(), asMergeHook(follower.follower())));
        return byType.build();
    }

    private static <T extends Entity<T>> MergeHook<T> asMergeHook(MergeFollower<T> follower) {
        return new MergeHook<>() {
            @Override
            public void merged(SessionContext transaction, Id<T> survivor, Id<T> absorbed) {
                follower.merged(new CrmSession(transaction), survivor, absorbed);
            }

            @Override
            public void undone(SessionContext transaction, Id<T> survivor, Id<T> absorbed) {
                follower.undone(new CrmSession(transaction), survivor, absorbed);
            }
        };
    }

    private static ImmutableListMultimap<String, RecordRule<?>> rulesByType(List<TypeSet.TypeRule<?>> rules) {
        ImmutableListMultimap.Builder<String, RecordRule<?>> byType = ImmutableListMultimap.builder();
        rules.forEach(rule -> byType.put(rule.type().name(), asRecordRule(rule.rule())));
        return byType.build();
    }

    private static <T extends Entity<T>> RecordRule<T> asRecordRule(WriteRule<T> rule) {
        return new RecordRule<>() {
            @Override
            public void check(SessionContext scope, List<RecordWrite<T>> writes) {
                rule.check(new CrmSession(scope), writes);
            }

            @Override
            public boolean isAskedAgain() {
                return rule.isAskedAgain();
            }
        };
    }

    /** Begins to set up a CRM on a storage, which the caller goes on owning and closes. */
    public static CrmBuilder on(Storage storage) {
        return new CrmBuilder(storage);
    }

    /**
     * Returns the plan of what is left to bring the database to the schema of the types, which is nothing unless somebody else has
     * changed it since, and what the database retains that they don't declare. To see the plan before anything is done, ask
     * {@link CrmBuilder#migration}.
     *
     * @throws dev.clientele.core.error.StorageSetupException if the schema can't be had any more
     * @throws dev.clientele.core.error.UnavailableException if the database is out of reach
     */
    public Migration migration() {
        return setup.migration();
    }

    /** Opens the data of a tenant for an actor, by the clock and policy this was built with. Cheap; thread-safe. */
    public CrmSession session(TenantId tenant, Actor actor) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
        Clock clock = settings.zones == null
                ? settings.clock
                : settings.clock.withZone(
                        Objects.requireNonNull(settings.zones.apply(tenant), "zones must return one for each tenant"));
        return new CrmSession(new SessionContext(engine, tenant, actor, settings.policy, clock));
    }

    /**
     * Delivers to the listeners, on this thread, everything of a tenant that was committed and not delivered yet: after a
     * restart, after another process or a host's transaction has written, after a listener has failed, or for those that are
     * served {@linkplain dev.clientele.core.change.Delivery#onRequest on request}. Returns at once where another thread is
     * delivering already, which delivers these too, and passes over a listener that another process is serving.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public void deliverChanges(TenantId tenant) {
        delivery.deliver(tenant);
    }

    /**
     * Delivers as {@link #deliverChanges} does for all tenants, one after the other: when a process starts, or from time to time.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails; all tenants have been tried before, as far as
     *     they could be listed
     */
    public void deliverAll() {
        List<RuntimeException> failures = new ArrayList<>();
        forEachTenant(tenant -> {
            try {
                delivery.deliver(tenant);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /**
     * Lists tenants in the order of their names by code point: all for which something was stored.
     *
     * @param after the last tenant of the list before; null to begin
     * @param limit 1 to 10,000
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        try {
            return engine.storage().tenants(after, limit);
        } catch (StorageException e) {
            throw StorageExceptionTranslator.translate(e);
        }
    }

    /**
     * Lists the tenants for which a listener hasn't been told of everything that the logs show. Looks at each tenant.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public List<TenantId> tenantsWaiting() {
        List<TenantId> waiting = new ArrayList<>();
        forEachTenant(tenant -> {
            if (delivery.isWaiting(tenant)) {
                waiting.add(tenant);
            }
        });
        return waiting;
    }

    private void forEachTenant(Consumer<TenantId> work) {
        List<TenantId> some = tenants(null, TENANTS_AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(work);
            some = some.size() < TENANTS_AT_ONCE ? List.of() : tenants(some.get(some.size() - 1), TENANTS_AT_ONCE);
        }
    }

    /**
     * Returns how far each listener is behind for a tenant, in the order in which they were given.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public List<DeliveryLag> waiting(TenantId tenant) {
        return delivery.lag(tenant);
    }

    /** Returns the deliveries of a tenant that were put aside because a listener has failed on them time and again. */
    public ParkedDeliveries parkedDeliveries(TenantId tenant) {
        return new ParkedDeliveries(delivery, Objects.requireNonNull(tenant, "tenant"));
    }

    /**
     * Removes how far a listener has come for a tenant, and what is parked of it: for one that is gone for good, which else would
     * keep what it hasn't been told of from being pruned. If it comes back, it is told of everything from the beginning.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public void forgetListener(TenantId tenant, String name) {
        delivery.forget(tenant, name);
    }

    /** Returns figures of what was done since this was built. Cheap. */
    public CrmMetrics metrics() {
        return new CrmMetrics(
                counters.committed(),
                counters.failed(),
                counters.collisions(),
                counters.retries(),
                Duration.ofNanos(counters.pausedNanos()),
                counters.openStreams(),
                counters.delivered(),
                counters.deliveryFailures(),
                counters.parked());
    }
}
