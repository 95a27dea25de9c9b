package dev.clientele.b2b.deal.stakeholder;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/** A contact who has a say in a deal, in one role; in several, as several. Immutable and thread-safe. */
public final class Stakeholder extends Entity<Stakeholder> {

    private static final EntityTypeBuilder<Stakeholder> DECLARE = EntityType.define("stakeholder", Stakeholder::new);

    /** In which deal. */
    public static final ReferenceField<Stakeholder, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** Who. */
    public static final ReferenceField<Stakeholder, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.REQUIRED, Trait.INDEXED);
    /** As what. */
    public static final CodedField<Stakeholder, BuyingRole> ROLE =
            DECLARE.coded("role", BuyingRole::code, BuyingRole::parse, Trait.REQUIRED);
    /** How much the person's word counts. */
    public static final CodedField<Stakeholder, Influence> INFLUENCE = DECLARE.choice("influence", Influence.class);
    /** How the person stands to it. */
    public static final CodedField<Stakeholder, Stance> STANCE = DECLARE.choice("stance", Stance.class);
    /** How much we have had to do with the person. */
    public static final CodedField<Stakeholder, EngagementLevel> ENGAGEMENT =
            DECLARE.choice("coverage", EngagementLevel.class);
    /** To which stakeholder of the same deal the person reports. */
    public static final ReferenceField<Stakeholder, Stakeholder> REPORTS_TO =
            DECLARE.reference("reports_to", "stakeholder", Trait.ACYCLIC);
    /** Anything worth knowing. */
    public static final BodyField<Stakeholder, String> DESCRIPTION =
            DECLARE.longText("description", 4000, Trait.PERSONAL);

    /** The declaration. */
    public static final EntityType<Stakeholder> TYPE =
            DECLARE.uniqueKey("one_of_each", OPPORTUNITY, CONTACT, ROLE).build();

    private Stakeholder(EntityState<Stakeholder> state) {
        super(state);
    }

    /** A contact in a role on a deal. */
    public static Stakeholder of(Id<Opportunity> deal, Id<Contact> contact, BuyingRole role) {
        return TYPE.newEntity().with(OPPORTUNITY, deal).with(CONTACT, contact).with(ROLE, role);
    }

    /** In which deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Who. */
    public Id<Contact> contact() {
        return require(CONTACT);
    }

    /** As what. */
    public BuyingRole role() {
        return require(ROLE);
    }

    /** How much the person's word counts; medium if nobody said. */
    public Influence influence() {
        return getOrDefault(INFLUENCE, Influence.MEDIUM);
    }

    /** How the person stands to it; unknown if nobody said. */
    public Stance stance() {
        return getOrDefault(STANCE, Stance.UNKNOWN);
    }

    /** How much we have had to do with the person; unknown if nobody said. */
    public EngagementLevel engagement() {
        return getOrDefault(ENGAGEMENT, EngagementLevel.UNKNOWN);
    }

    /** Whether the person works or counts against the deal: by role, or by standing. */
    public boolean isOpposed() {
        return role().equals(BuyingRole.BLOCKER) || stance() == Stance.OPPONENT;
    }
}
