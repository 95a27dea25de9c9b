package dev.clientele.core.store;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is done, and in which transaction: each call its own, one that is already open, or the host's.
 *
 * <p>Thread-safe unless it is bound to an open transaction.
 */
public final class Scope {

    private final Engine engine;
    private final TenantId tenant;
    private final Actor actor;
    private final AccessPolicy policy;
    private final Clock clock;
    private final @Nullable HostTransaction host;
    private final @Nullable Unit open;

    /** A scope in which each call is a transaction of its own. */
    public Scope(Engine engine, TenantId tenant, Actor actor, AccessPolicy policy, Clock clock) {
        this(engine, tenant, actor, policy, clock, null, null);
    }

    private Scope(
            Engine engine,
            TenantId tenant,
            Actor actor,
            AccessPolicy policy,
            Clock clock,
            @Nullable HostTransaction host,
            @Nullable Unit open) {
        this.engine = engine;
        this.tenant = tenant;
        this.actor = actor;
        this.policy = policy;
        this.clock = clock;
        this.host = host;
        this.open = open;
    }

    /** The same scope, each call of which joins the host's transaction. */
    public Scope joining(HostTransaction transaction) {
        if (open != null) {
            throw new IllegalStateException("this session is in a transaction of its own and can't join another");
        }
        Objects.requireNonNull(transaction, "transaction");
        return new Scope(engine, tenant, actor, policy, clock, transaction, null);
    }

    /** The same scope bound to an open session. */
    Scope within(Unit unit) {
        return new Scope(engine, tenant, actor, policy, clock, host, unit);
    }

    /** Reads in one consistent state. */
    <R> R read(Function<Unit, R> work) {
        return engine.transactions().read(this, work);
    }

    /** Asks one question that needs no other beside it. */
    <R> R ask(Function<Unit, R> work) {
        return engine.transactions().ask(this, work);
    }

    /** Writes in one transaction; {@code work} may be run again if transactions collide. */
    <R> R write(Function<Unit, R> work) {
        return engine.transactions().write(this, work);
    }

    /** Does several steps in one transaction; if one is open already they become part of it. */
    public <R> R inTransaction(Function<Scope, R> work) {
        if (open == null) {
            return write(unit -> work.apply(within(unit)));
        }
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            throw open.failed(e); // these steps were to be all or none, and can't be undone alone
        }
    }

    /** Does several reads on one state; if a transaction is open already they become part of it. */
    public <R> R inSnapshot(Function<Scope, R> work) {
        return open != null ? work.apply(this) : read(unit -> work.apply(within(unit)));
    }

    /** A stream that holds its session open until it is closed. */
    <R> Stream<R> stream(Function<Unit, Stream<R>> work) {
        return engine.transactions().stream(this, work);
    }

    /** Whose data. */
    public TenantId tenant() {
        return tenant;
    }

    /** Who acts. */
    public Actor actor() {
        return actor;
    }

    /** What the actor may see and change. */
    public AccessPolicy policy() {
        return policy;
    }

    /** What time it is. */
    public Clock clock() {
        return clock;
    }

    /** All record types, custom fields included. */
    public List<EntityType<?>> entityTypes() {
        return List.copyOf(types().entities());
    }

    TypeRegistry types() {
        return engine.types();
    }

    Ids ids() {
        return engine.ids();
    }

    Storage storage() {
        return engine.storage();
    }

    @Nullable
    HostTransaction host() {
        return host;
    }

    @Nullable
    Unit open() {
        return open;
    }
}
