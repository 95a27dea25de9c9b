package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/** A partner's influence on a deal that it hasn't sourced. Immutable and thread-safe. */
public final class PartnerInfluence extends Entity<PartnerInfluence> {

    private static final EntityTypeBuilder<PartnerInfluence> DECLARE =
            EntityType.define("partner_influence", PartnerInfluence::new);

    /** The deal. */
    public static final ReferenceField<PartnerInfluence, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** The partner's account. */
    public static final ReferenceField<PartnerInfluence, Account> PARTNER =
            DECLARE.reference("partner", "account", Trait.REQUIRED, Trait.INDEXED);
    /** The partner's contribution, in words. */
    public static final BodyField<PartnerInfluence, String> DESCRIPTION = DECLARE.longText("description", 4000);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<PartnerInfluence> TYPE =
            DECLARE.uniqueKey("one_of_each", OPPORTUNITY, PARTNER).build();

    private PartnerInfluence(EntityState<PartnerInfluence> state) {
        super(state);
    }

    /** Returns a partner's influence on a deal. */
    public static PartnerInfluence of(Id<Opportunity> deal, Id<Account> partner) {
        return TYPE.newEntity().with(OPPORTUNITY, deal).with(PARTNER, partner);
    }

    /** Returns the deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Returns the partner's account. */
    public Id<Account> partner() {
        return require(PARTNER);
    }
}
