package dev.clientele.core;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.ChangeFeed;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.Timeline;
import dev.clientele.core.store.SessionContext;
import dev.clientele.core.store.StoredChangeFeed;
import dev.clientele.core.store.StoredEventLog;
import dev.clientele.core.store.StoredRepository;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A session of one actor on the data of one tenant. Holds no resources; nothing it gives can name another tenant.
 *
 * <p>Thread-safe, but for the session that {@link #inTransaction} hands to its work: that one, and all it gives, belongs to
 * the thread and the time of the work.
 */
public final class CrmSession {

    private final SessionContext context;

    CrmSession(SessionContext scope) {
        this.context = scope;
    }

    /** Returns the tenant whose data this session works on. */
    public TenantId tenant() {
        return context.tenant();
    }

    /** Returns the actor that this session works for. */
    public Actor actor() {
        return context.actor();
    }

    /** Returns the policy that says what the actor may see and change. */
    public AccessPolicy policy() {
        return context.policy();
    }

    /** Returns the clock that settles times relative to now and stamps changes. */
    public Clock clock() {
        return context.clock();
    }

    /** Returns the place whose days the tenant counts in: that of {@link #clock()}. */
    public ZoneId zone() {
        return context.clock().getZone();
    }

    /** Returns the time by {@link #clock()}. */
    public Instant now() {
        return context.clock().instant();
    }

    /**
     * Returns the records of a type.
     *
     * @throws IllegalArgumentException if the type wasn't given to the {@code Crm}
     */
    public <T extends Entity<T>> Repository<T> repository(EntityType<T> type) {
        return new StoredRepository<>(context, type);
    }

    /**
     * Returns the events of a type.
     *
     * @throws IllegalArgumentException if the type wasn't given to the {@code Crm}
     */
    public <T extends Event<T>> EventLog<T> eventLog(EventType<T> type) {
        return new StoredEventLog<>(context, type);
    }

    /** Returns all record types that were given to the {@code Crm}, custom fields included: for what is done with whatever there is. */
    public List<EntityType<?>> entityTypes() {
        return context.entityTypes();
    }

    /** Returns what tells all followers of merges that were given to the {@code Crm} for a type, one after the other. */
    public <T extends Entity<T>> MergeFollower<T> mergeFollower(EntityType<T> type) {
        return new MergeFollower<>() {
            @Override
            public void merged(CrmSession transaction, Id<T> survivor, Id<T> absorbed) {
                transaction.context.tellMerged(type, survivor, absorbed);
            }

            @Override
            public void undone(CrmSession transaction, Id<T> survivor, Id<T> absorbed) {
                transaction.context.tellUndone(type, survivor, absorbed);
            }
        };
    }

    /** Returns the interactions with customers. */
    public Timeline timeline() {
        return new Timeline(eventLog(Interaction.TYPE));
    }

    /** Returns the log of changes. */
    public ChangeFeed changes() {
        return new StoredChangeFeed(context);
    }

    /**
     * Does several steps as one: all of them or none. Within a transaction it becomes part of that one.
     *
     * <p>The work must do everything through the session it is given (another one would wait for it, on a database with one
     * writer), and should have no effects elsewhere, for it is run again if transactions collide: a list that it fills has to
     * be made inside it.
     *
     * <p>The work may catch what a read throws, and what a write throws before anything is written (invalid, not found, stale,
     * denied), and go on. Once storage itself has refused a write, or an inner transaction has failed, the whole one has: it
     * throws that failure in the end, even if the work has caught it.
     *
     * @param work given the session of the transaction
     * @return what the work returned
     * @throws dev.clientele.core.error.ClienteleException as the steps say
     * @throws dev.clientele.core.error.UnavailableException if it collided with others until the {@linkplain #withPatience
     *     patience} ended, or the thread was interrupted while it waited to run again
     * @throws IllegalStateException if the work has written through a session from outside of it and the two are in each
     *     other's way
     */
    public <R> R inTransaction(Function<CrmSession, R> work) {
        return context.inTransaction(inner -> work.apply(new CrmSession(inner)));
    }

    /** Does several steps as {@link #inTransaction} does, without a result. */
    public void runInTransaction(Consumer<CrmSession> work) {
        context.inTransaction(inner -> {
            work.accept(new CrmSession(inner));
            return true;
        });
    }

    /**
     * Relies on a record that a decision of this transaction rests on, though the transaction doesn't change it: if somebody
     * changes or removes it before the commit, the transaction is run again and decides anew. What the transaction itself
     * writes afterwards needs no such word.
     *
     * @return the record as it is stored: what the caller has changed in the copy counts for nothing
     * @throws IllegalStateException outside {@link #inTransaction}
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed or removed it since the caller read it
     */
    public <T extends Entity<T>> T rely(T record) {
        return context.rely(record);
    }

    /**
     * Returns a value that is dear to make of a record that never changes, such as a fitted model: made once and kept for all sessions on
     * this tenant, as long as it is among the hundred used last.
     *
     * @param type the value's type; one record may be kept as several
     * @param of the record's id
     * @param make makes the value; what it throws is thrown here, and nothing is kept
     */
    public <V> V keep(Class<V> type, Id<?> of, Supplier<V> make) {
        return context.keep(type, of.value(), make);
    }

    /**
     * Returns the same session with this time for waiting: each call made through it, a transaction as a whole, waits for others
     * and is run again when it collides with them until the time has passed since it began. What is done within a transaction
     * shares the patience with which that began. Reading needs none.
     *
     * @param patience zero, for not waiting at all, to a day
     */
    public CrmSession withPatience(Duration patience) {
        return new CrmSession(context.withPatience(CrmBuilder.checkPatience(patience)));
    }

    /**
     * Returns the same session for bringing in what has happened elsewhere, from an old system or a file: rules that say how
     * records come about step by step, such as the gates of a pipeline, don't judge steps that were taken there; all others
     * hold.
     */
    public CrmSession forImportOfHistory() {
        return new CrmSession(context.forImportOfHistory());
    }

    /** Returns whether this session is one {@linkplain #forImportOfHistory for bringing in history}. */
    public boolean isImportingHistory() {
        return context.isImportingHistory();
    }

    /**
     * Does several reads on one consistent state, whatever others commit meanwhile. Within a transaction it becomes part of
     * that one.
     *
     * @param work given a session that reads from the snapshot; writing through it is an {@code IllegalStateException}
     * @return what the work returned
     */
    public <R> R inSnapshot(Function<CrmSession, R> work) {
        return context.inSnapshot(inner -> work.apply(new CrmSession(inner)));
    }

    /**
     * Returns the same session, all of whose reading and writing is part of a transaction of the host's. The host commits or rolls
     * back; listeners are served by {@link Crm#deliverChanges} after that.
     *
     * <p>Nothing is tried again, and a call that fails may have written part of what it was to write: the host has to roll
     * back then.
     *
     * @throws IllegalStateException if this session is in a transaction of the library's own
     */
    public CrmSession withHostTransaction(HostTransaction transaction) {
        return new CrmSession(context.withHostTransaction(transaction));
    }
}
