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

/** That a partner helped with a deal that it hasn't brought. Immutable and thread-safe. */
public final class PartnerInfluence extends Entity<PartnerInfluence> {

    private static final EntityTypeBuilder<PartnerInfluence> DECLARE =
            EntityType.define("partner_influence", PartnerInfluence::new);

    /** With which deal. */
    public static final ReferenceField<PartnerInfluence, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** Who: the partner's account. */
    public static final ReferenceField<PartnerInfluence, Account> PARTNER =
            DECLARE.reference("partner", "account", Trait.REQUIRED, Trait.INDEXED);
    /** What the partner did. */
    public static final BodyField<PartnerInfluence, String> DESCRIPTION = DECLARE.longText("description", 4000);

    /** The declaration. */
    public static final EntityType<PartnerInfluence> TYPE =
            DECLARE.uniqueKey("one_of_each", OPPORTUNITY, PARTNER).build();

    private PartnerInfluence(EntityState<PartnerInfluence> state) {
        super(state);
    }

    /** A partner's part in a deal. */
    public static PartnerInfluence of(Id<Opportunity> deal, Id<Account> partner) {
        return TYPE.newEntity().with(OPPORTUNITY, deal).with(PARTNER, partner);
    }

    /** With which deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Who: the partner's account. */
    public Id<Account> partner() {
        return require(PARTNER);
    }
}
