package dev.clientele.core;

import com.google.common.collect.ImmutableListMultimap;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.store.ChangeDelivery;
import dev.clientele.core.store.CrmContext;
import dev.clientele.core.store.IdGenerator;
import dev.clientele.core.store.RecordRule;
import dev.clientele.core.store.SessionContext;
import dev.clientele.core.store.StorageExceptionTranslator;
import dev.clientele.core.store.TransactionRunner;
import dev.clientele.core.store.TypeRegistry;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.TenantId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A customer relationship database inside the host's process: a storage, the types it holds, and the rules for using it.
 * Built once with {@link #on}, used by all threads.
 */
public final class Crm {

    private final CrmContext engine;
    private final ChangeDelivery delivery;
    private final CrmBuilder settings;

    Crm(CrmBuilder settings) {
        this.settings = settings;
        Storage storage = settings.storage;
        TypeRegistry types = new TypeRegistry(settings.entities, settings.events, rulesByType(settings.rules));
        Map<String, ChangeListener> listeners = new LinkedHashMap<>(settings.listeners);
        this.delivery = new ChangeDelivery(storage, listeners);
        TransactionRunner transactions = new TransactionRunner(
                settings.maxAttempts, settings.random, scope -> delivery.deliverAfterCommit(scope.tenant()));
        this.engine = new CrmContext(
                storage, types, new IdGenerator(settings.clock, settings.random), transactions, listeners.keySet());
        try {
            Migration migration = storage.migration(types.schema());
            if (settings.validateOnly) {
                migration.validate();
            } else {
                migration.apply();
            }
        } catch (StorageException e) {
            throw StorageExceptionTranslator.translate(e);
        }
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

    /** Opens the data of a tenant for an actor, by the clock and policy this was built with. Cheap; thread-safe. */
    public CrmSession session(TenantId tenant, Actor actor) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
        Clock clock = settings.clock;
        return new CrmSession(new SessionContext(engine, tenant, actor, settings.policy, clock));
    }

    /**
     * Delivers to the listeners all changes of a tenant that were committed and not delivered yet: after a restart, after
     * another process or a host's transaction has written, or after a listener has failed. After this library's own commits
     * it happens by itself. Returns at once where another thread is delivering already: that one delivers these too.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails
     */
    public void deliverChanges(TenantId tenant) {
        delivery.deliver(tenant);
    }
}
