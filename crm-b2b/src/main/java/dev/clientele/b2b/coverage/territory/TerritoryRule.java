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

/** Which accounts lie in a territory: one rule for each territory. Immutable and thread-safe. */
public final class TerritoryRule extends Entity<TerritoryRule> {

    private static final EntityTypeBuilder<TerritoryRule> DECLARE =
            EntityType.define("territory_rule", TerritoryRule::new);

    /** Of which territory. */
    public static final ReferenceField<TerritoryRule, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.REQUIRED, Trait.UNIQUE);
    /** Its place among the territories that are part of the same one, the lowest asked first. */
    public static final OrderedField<TerritoryRule, Long> RANK = DECLARE.integer("place", Trait.REQUIRED);
    /** Which accounts. */
    public static final BodyField<TerritoryRule, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<TerritoryRule> TYPE = DECLARE.build();

    private TerritoryRule(EntityState<TerritoryRule> state) {
        super(state);
    }

    /** The accounts that meet a criteria lie in a territory, unless one at a lower place has them. */
    public static TerritoryRule of(Territory territory, long place, Criteria criteria) {
        return TYPE.newEntity()
                .with(TERRITORY, territory.id())
                .with(RANK, place)
                .withCriteria(criteria);
    }

    /** A copy with another criteria. */
    public TerritoryRule withCriteria(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** Of which territory. */
    public Id<Territory> territory() {
        return require(TERRITORY);
    }

    /** Its place among its neighbours. */
    public long rank() {
        return require(RANK);
    }

    /** Which accounts. */
    public Criteria criteria() {
        return require(CRITERIA).toCriteria();
    }
}
