package dev.clientele.b2b.team;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hierarchies of managers and of territories of the session's tenant. Thread-safe unless the session is that of a
 * transaction.
 *
 * <p>A team's accounts are selected by its members as they are now: {@code
 * Account.OWNER.in(b2b.teams().teamOf(mary.id()))}.
 */
public final class Teams {

    private final CrmSession session;

    /** Opens the teams of a session. */
    public Teams(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns all sales representatives as a hierarchy of managers. */
    public Hierarchy<SalesRep> managerHierarchy() {
        return all(SalesRep.TYPE, SalesRep.MANAGER);
    }

    /** Returns all territories as a hierarchy of larger and smaller ones. */
    public Hierarchy<Territory> territoryHierarchy() {
        return all(Territory.TYPE, Territory.PARENT);
    }

    /**
     * Finds the ids of a manager and everybody below.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such sales representative
     */
    public Set<Id<SalesRep>> teamOf(Id<SalesRep> manager) {
        session.repository(SalesRep.TYPE).get(manager);
        return ids(managerHierarchy(), manager);
    }

    /**
     * Finds the ids of a territory and all its parts.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such territory
     */
    public Set<Id<Territory>> territoriesWithin(Id<Territory> territory) {
        session.repository(Territory.TYPE).get(territory);
        return ids(territoryHierarchy(), territory);
    }

    private <T extends Entity<T>> Hierarchy<T> all(EntityType<T> type, ReferenceField<T, T> parent) {
        try (Stream<T> records = session.repository(type).all().stream()) {
            return Hierarchy.of(records.toList(), parent);
        }
    }

    private static <T extends Entity<T>> Set<Id<T>> ids(Hierarchy<T> hierarchy, Id<T> top) {
        Set<Id<T>> ids = new LinkedHashSet<>();
        hierarchy.subtree(top).forEach(record -> ids.add(record.id()));
        return ids;
    }

    /** Returns the sales representatives. */
    public Repository<SalesRep> salesReps() {
        return session.repository(SalesRep.TYPE);
    }

    /** Returns the territories. */
    public Repository<Territory> territories() {
        return session.repository(Territory.TYPE);
    }
}
