package dev.clientele.core;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.NewerRecords;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.store.ElapsedTime;
import dev.clientele.core.store.LogListener;
import dev.clientele.core.store.SchemaSetup;
import dev.clientele.core.store.TypeRegistry;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Crm}. Not thread-safe.
 *
 * <p>Defaults: the types of the core alone (interactions), the system's clock in UTC, the open policy, no listeners, a
 * patience of 30 seconds with transactions that collide, random numbers from {@link SecureRandom}, newer
 * records read as far as they are known, and a schema that is brought up to date.
 */
public final class CrmBuilder {

    private static final TextRule LISTENER_NAME = TextRule.key(120);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);

    final Storage storage;
    final List<EntityType<?>> entities = new ArrayList<>();
    final List<EventType<?>> events = new ArrayList<>(List.of(Interaction.TYPE));
    final List<TypeSet.TypeRule<?>> rules = new ArrayList<>();
    final Set<TypeSet.TypeFollower<?>> followers = new LinkedHashSet<>();
    final Map<String, Function<TypeRegistry, LogListener>> listeners = new LinkedHashMap<>();
    Clock clock = Clock.systemUTC();
    AccessPolicy policy = AccessPolicy.permitAll();
    Random random = new SecureRandom();
    Duration patience = Duration.ofSeconds(30);
    int maxAttempts = Integer.MAX_VALUE;
    ElapsedTime time = ElapsedTime.real();
    boolean validateOnly;
    NewerRecords newerRecords = NewerRecords.READ_KNOWN;

    @Nullable
    Function<TenantId, ZoneId> zones;

    CrmBuilder(Storage storage) {
        this.storage = Objects.requireNonNull(storage, "storage");
    }

    private CrmBuilder(CrmBuilder other) {
        this(other.storage);
        entities.addAll(other.entities);
        events.addAll(other.events);
        rules.addAll(other.rules);
        followers.addAll(other.followers);
        listeners.putAll(other.listeners);
        clock = other.clock;
        policy = other.policy;
        random = other.random;
        patience = other.patience;
        maxAttempts = other.maxAttempts;
        time = other.time;
        validateOnly = other.validateOnly;
        zones = other.zones;
        newerRecords = other.newerRecords;
    }

    /** Adds a set of types. */
    public CrmBuilder types(TypeSet types) {
        entities.addAll(types.entities());
        events.addAll(types.events());
        rules.addAll(types.rules());
        followers.addAll(types.followers());
        return this;
    }

    /**
     * Adds a record type. An extension takes the place of the type that it was made from, whichever is given first; several
     * extensions of one type, such as those of plug-ins, are {@linkplain EntityType#combine combined}.
     */
    public CrmBuilder type(EntityType<?> type) {
        entities.add(Objects.requireNonNull(type, "type"));
        return this;
    }

    /** Adds an event type, as {@link #type(EntityType)}. */
    public CrmBuilder type(EventType<?> type) {
        events.add(Objects.requireNonNull(type, "type"));
        return this;
    }

    /** Adds a rule over the writes of a record type, asked after those that are there already. */
    public <T extends Entity<T>> CrmBuilder rule(EntityType<T> type, WriteRule<T> rule) {
        rules.add(new TypeSet.TypeRule<>(Objects.requireNonNull(type, "type"), Objects.requireNonNull(rule, "rule")));
        return this;
    }

    /** Tells this follower of every merge of a record type, in the transaction that merges, after those that are there already. */
    public <T extends Entity<T>> CrmBuilder mergeFollower(EntityType<T> type, MergeFollower<T> follower) {
        followers.add(new TypeSet.TypeFollower<>(
                Objects.requireNonNull(type, "type"), Objects.requireNonNull(follower, "follower")));
        return this;
    }

    /**
     * Tells this listener of every change after its commit.
     *
     * @param name 1 to 120 characters; how far it has been served is stored under this name, so that a restart goes on where
     *     it stopped, and a listener under a new name is told of everything from the beginning of the log. While one process
     *     serves it for a tenant no other does
     */
    public CrmBuilder listener(String name, ChangeListener listener) {
        return listener(name, listener, Delivery.afterCommit());
    }

    /** Tells this listener of every change after its commit, in this way; otherwise as {@link #listener(String, ChangeListener)}. */
    public CrmBuilder listener(String name, ChangeListener listener, Delivery delivery) {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(delivery, "delivery");
        return listener(name, types -> LogListener.ofChanges(name, delivery, listener));
    }

    /** Tells this listener of every event of a type after its commit; otherwise as {@link #listener(String, ChangeListener)}. */
    public <T extends Event<T>> CrmBuilder listener(String name, EventType<T> type, EventListener<T> listener) {
        return listener(name, type, listener, Delivery.afterCommit());
    }

    /** Tells this listener of every event of a type after its commit, in this way. */
    public <T extends Event<T>> CrmBuilder listener(
            String name, EventType<T> type, EventListener<T> listener, Delivery delivery) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(delivery, "delivery");
        return listener(name, types -> LogListener.ofEvents(name, delivery, types, type, listener::onEvent));
    }

    private CrmBuilder listener(String name, Function<TypeRegistry, LogListener> listener) {
        if (listeners.putIfAbsent(LISTENER_NAME.check("name", name), listener) != null) {
            throw new IllegalArgumentException("there is a listener " + name + " already");
        }
        return this;
    }

    /** Sets the clock. */
    public CrmBuilder clock(Clock newClock) {
        this.clock = Objects.requireNonNull(newClock, "clock");
        return this;
    }

    /**
     * Sets the place whose days each tenant counts in: for close dates and tasks as for purchases. Without this all tenants are where the
     * clock is, which is UTC by default.
     *
     * @param newZones returns a tenant's zone; asked once a session
     */
    public CrmBuilder zones(Function<TenantId, ZoneId> newZones) {
        this.zones = Objects.requireNonNull(newZones, "zones");
        return this;
    }

    /** Sets the policy that decides what actors may see and change. */
    public CrmBuilder policy(AccessPolicy newPolicy) {
        this.policy = Objects.requireNonNull(newPolicy, "policy");
        return this;
    }

    /** Sets the source of random numbers, for ids and for pauses between attempts. */
    public CrmBuilder random(Random newRandom) {
        this.random = Objects.requireNonNull(newRandom, "random");
        return this;
    }

    /**
     * Runs a transaction that collides with others again until this time has passed, for all who don't set a {@linkplain
     * CrmSession#withPatience patience} of their own.
     *
     * @param newPatience zero, for not waiting at all, to a day
     */
    public CrmBuilder patience(Duration newPatience) {
        this.patience = checkPatience(newPatience);
        return this;
    }

    static Duration checkPatience(Duration patience) {
        checkArgument(
                !patience.isNegative() && patience.compareTo(LONGEST_PATIENCE) <= 0,
                "patience must be zero to a day, got %s",
                patience);
        return patience;
    }

    /** Runs a transaction that collides with others at most this often, whatever patience is left: 1 to 1,000. */
    public CrmBuilder maxAttempts(int newAttempts) {
        checkArgument(newAttempts >= 1 && newAttempts <= 1000, "attempts must be 1 to 1000, got %s", newAttempts);
        this.maxAttempts = newAttempts;
        return this;
    }

    /** Sets by what patience and budgets are measured. */
    CrmBuilder time(ElapsedTime newTime) {
        this.time = newTime;
        return this;
    }

    /**
     * Sets what is done with records and events of all types that a newer version of their type has stored; where a type is declared to
     * {@linkplain NewerRecords#REFUSE refuse} them, they are refused in any case.
     */
    public CrmBuilder newerRecords(NewerRecords policy) {
        this.newerRecords = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Changes nothing in the database's schema, and refuses to work on one that isn't up to date. */
    public CrmBuilder validateSchemaOnly() {
        this.validateOnly = true;
        return this;
    }

    /**
     * Returns the plan that brings the storage's database to the schema of the types given so far, changing nothing: its {@linkplain
     * Migration#steps steps}, a {@linkplain Migration#script script} of them, such as for a tool that changes databases in a
     * host's deployment, and what is {@linkplain Migration#retained retained} of what was declared once. A database without a
     * language has its steps in words. After the script was run, {@link #validateSchemaOnly} finds nothing left to do.
     *
     * @throws dev.clientele.core.error.StorageSetupException if the schema can't be had
     * @throws dev.clientele.core.error.UnavailableException if the database is out of reach
     * @throws IllegalArgumentException as {@link #build}
     */
    public Migration migration() {
        return new SchemaSetup(storage, Crm.types(this)).migration();
    }

    /**
     * Builds the CRM, with its storage's schema up to date.
     *
     * @throws dev.clientele.core.error.StorageSetupException if the schema can't be had
     * @throws dev.clientele.core.error.UnavailableException if the database is out of reach
     * @throws dev.clientele.core.entity.ExtensionClashException if two extensions of a type give different things one name
     * @throws IllegalArgumentException if a type refers to one that wasn't given, if two types of one name have nothing to
     *     do with each other, if a type has a name that the library uses itself, or if types are identities of each other
     */
    public Crm build() {
        return new Crm(new CrmBuilder(this));
    }
}
