package dev.clientele.b2b.coverage.territory;

import dev.clientele.b2b.team.Territory;
import dev.clientele.core.criteria.StoredCriteria;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;

/** The criteria of the accounts in a territory: one rule for each territory. Immutable and thread-safe. */
public final class TerritoryRule extends Entity<TerritoryRule> {

    private static final EntityTypeBuilder<TerritoryRule> DECLARE =
            EntityType.define("territory_rule", TerritoryRule::new);

    /** The territory. */
    public static final ReferenceField<TerritoryRule, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.REQUIRED, Trait.UNIQUE);
    /** The rank among the territories that are part of the same one, the lowest first. */
    public static final OrderedField<TerritoryRule, Long> RANK = DECLARE.integer("place", Trait.REQUIRED);
    /** The criteria of the accounts. */
    public static final BodyField<TerritoryRule, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<TerritoryRule> TYPE = DECLARE.build();

    private TerritoryRule(EntityState<TerritoryRule> state) {
        super(state);
    }

    /**
     * Returns a rule by which the accounts that meet a criteria lie in a territory, unless one of lower rank has them.
     */
    public static TerritoryRule of(Territory territory, long place, Criteria criteria) {
        return TYPE.newEntity()
                .with(TERRITORY, territory.id())
                .with(RANK, place)
                .withCriteria(criteria);
    }

    /** Returns a copy with another criteria. */
    public TerritoryRule withCriteria(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** Returns the territory. */
    public Id<Territory> territory() {
        return require(TERRITORY);
    }

    /** Returns the rank among the neighbouring territories. */
    public long rank() {
        return require(RANK);
    }

    /** Returns the criteria of the accounts. */
    public Criteria criteria() {
        return require(CRITERIA).toCriteria();
    }
}
