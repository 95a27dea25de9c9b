package dev.clientele.core.store;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tenant, the actor and the transaction of a session: each call its own, one that is already open, or the host's.
 *
 * <p>Thread-safe unless it is bound to an open transaction.
 */
public final class SessionContext {

    private final CrmContext crm;
    private final TenantId tenant;
    private final Actor actor;
    private final AccessPolicy policy;
    private final Clock clock;
    private final boolean importingHistory;
    private final Duration patience;
    private final OpenTransactions openTransactions;
    private final @Nullable HostTransaction host;
    private final @Nullable UnitOfWork currentUnit;

    /** Creates a context in which each call is a transaction of its own. */
    public SessionContext(CrmContext engine, TenantId tenant, Actor actor, AccessPolicy policy, Clock clock) {
        this(
                engine,
                tenant,
                actor,
                policy,
                clock,
                false,
                engine.transactions().patience(),
                new OpenTransactions(),
                null,
                null);
    }

    private SessionContext(
            CrmContext engine,
            TenantId tenant,
            Actor actor,
            AccessPolicy policy,
            Clock clock,
            boolean importingHistory,
            Duration patience,
            OpenTransactions openTransactions,
            @Nullable HostTransaction host,
            @Nullable UnitOfWork open) {
        this.crm = engine;
        this.tenant = tenant;
        this.actor = actor;
        this.policy = policy;
        this.clock = clock;
        this.importingHistory = importingHistory;
        this.patience = patience;
        this.openTransactions = openTransactions;
        this.host = host;
        this.currentUnit = open;
    }

    /** Returns the same context, each call of which joins the host's transaction. */
    public SessionContext withHostTransaction(HostTransaction transaction) {
        if (currentUnit != null) {
            throw new IllegalStateException("this session is in a transaction of its own and can't join another");
        }
        Objects.requireNonNull(transaction, "transaction");
        return copy(policy, importingHistory, patience, transaction, null);
    }

    /** Returns the same context bound to an open session. */
    SessionContext withUnitOfWork(UnitOfWork unit) {
        return copy(policy, importingHistory, patience, host, unit);
    }

    /** Returns the same context, which sees and may change all records of the tenant. */
    SessionContext withoutPolicy() {
        return copy(AccessPolicy.permitAll(), importingHistory, patience, host, currentUnit);
    }

    /** Returns the same context for bringing in what has happened elsewhere. */
    public SessionContext forImportOfHistory() {
        return copy(policy, true, patience, host, currentUnit);
    }

    /** Returns the same context, each call of which is given this time for waiting. */
    public SessionContext withPatience(Duration newPatience) {
        return copy(policy, importingHistory, newPatience, host, currentUnit);
    }

    private SessionContext copy(
            AccessPolicy newPolicy,
            boolean importing,
            Duration newPatience,
            @Nullable HostTransaction newHost,
            @Nullable UnitOfWork unit) {
        return new SessionContext(
                crm, tenant, actor, newPolicy, clock, importing, newPatience, openTransactions, newHost, unit);
    }

    /** Returns whether this brings in what has happened elsewhere. */
    public boolean isImportingHistory() {
        return importingHistory;
    }

    /**
     * Relies on a record until the transaction commits.
     *
     * @return the record as it is stored, at the same version
     * @throws IllegalStateException outside a transaction that writes
     * @throws dev.clientele.core.error.StaleVersionException if it isn't stored at this version
     */
    public <T extends Entity<T>> T rely(T record) {
        return StorageExceptionTranslator.runTranslated(
                () -> new StoredRepository<>(this, record.entityType()).rely(record));
    }

    /** Returns a value that was made of a record that never changes, or makes it. */
    public <V> V keep(Class<V> type, UUID of, Supplier<V> make) {
        return crm.kept().get(tenant, type, of, make);
    }

    /** Reads in one consistent state. */
    <R> R read(Function<UnitOfWork, R> work) {
        return crm.transactions().read(this, work);
    }

    /** Reads with a single call that needs no other beside it. */
    <R> R readAutoCommit(Function<UnitOfWork, R> work) {
        return crm.transactions().readAutoCommit(this, work);
    }

    /** Writes in one transaction; {@code work} may be run again if transactions collide. */
    <R> R write(Function<UnitOfWork, R> work) {
        return crm.transactions().write(this, work);
    }

    /** Does several steps in one transaction; if one is open already they become part of it. */
    public <R> R inTransaction(Function<SessionContext, R> work) {
        if (currentUnit == null) {
            return write(unit -> work.apply(withUnitOfWork(unit)));
        }
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            throw currentUnit.markFailed(e); // these steps were to be all or none, and can't be undone alone
        }
    }

    /** Does several reads on one state; if a transaction is open already they become part of it. */
    public <R> R inSnapshot(Function<SessionContext, R> work) {
        return currentUnit != null ? work.apply(this) : read(unit -> work.apply(withUnitOfWork(unit)));
    }

    /** Opens a stream that holds its session open until it is closed. */
    <R> Stream<R> stream(Function<UnitOfWork, Stream<R>> work) {
        return crm.transactions().stream(this, work);
    }

    /** Returns the tenant whose data this is about. */
    public TenantId tenant() {
        return tenant;
    }

    /** Returns the actor. */
    public Actor actor() {
        return actor;
    }

    /** Returns the policy that says what the actor may see and change. */
    public AccessPolicy policy() {
        return policy;
    }

    /** Returns the clock that stamps changes and settles relative times. */
    public Clock clock() {
        return clock;
    }

    /** Returns all record types, custom fields included. */
    public List<EntityType<?>> entityTypes() {
        return List.copyOf(types().entities());
    }

    /** Tells all who follow merges of a type that one of its records was put into another; they see and may change all records. */
    public <T extends Entity<T>> void tellMerged(EntityType<T> type, Id<T> survivor, Id<T> absorbed) {
        types().mergeHooks(type).forEach(hook -> hook.merged(withoutPolicy(), survivor, absorbed));
    }

    /** Tells them that it was taken back. */
    public <T extends Entity<T>> void tellUndone(EntityType<T> type, Id<T> survivor, Id<T> absorbed) {
        types().mergeHooks(type).forEach(hook -> hook.undone(withoutPolicy(), survivor, absorbed));
    }

    Duration patience() {
        return patience;
    }

    OpenTransactions openTransactions() {
        return openTransactions;
    }

    TypeRegistry types() {
        return crm.types();
    }

    IdGenerator ids() {
        return crm.ids();
    }

    /**
     * Returns the lowest position that all listeners to a log have reached, so that what lies behind it isn't pruned before they
     * are told of it; empty if nobody listens to the log.
     */
    Optional<Position> lowestListenerPosition(UnitOfWork unit, String log) {
        return crm.delivery().lowestReached(unit.session(), log);
    }

    Storage storage() {
        return crm.storage();
    }

    @Nullable
    HostTransaction host() {
        return host;
    }

    @Nullable
    UnitOfWork currentUnit() {
        return currentUnit;
    }
}
