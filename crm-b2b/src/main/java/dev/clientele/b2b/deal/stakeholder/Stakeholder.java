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

/**
 * A contact who has a say in a deal, in one buying role; in several roles, as several stakeholders. Immutable and
 * thread-safe.
 */
public final class Stakeholder extends Entity<Stakeholder> {

    private static final EntityTypeBuilder<Stakeholder> DECLARE = EntityType.define("stakeholder", Stakeholder::new);

    /** The deal. */
    public static final ReferenceField<Stakeholder, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** The contact. */
    public static final ReferenceField<Stakeholder, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.REQUIRED, Trait.INDEXED);
    /** The buying role. */
    public static final CodedField<Stakeholder, BuyingRole> ROLE =
            DECLARE.coded("role", BuyingRole::code, BuyingRole::parse, Trait.REQUIRED);
    /** The influence on the decision. */
    public static final CodedField<Stakeholder, Influence> INFLUENCE = DECLARE.choice("influence", Influence.class);
    /** The stance towards the purchase. */
    public static final CodedField<Stakeholder, Stance> STANCE = DECLARE.choice("stance", Stance.class);
    /** The engagement level. */
    public static final CodedField<Stakeholder, EngagementLevel> ENGAGEMENT =
            DECLARE.choice("coverage", EngagementLevel.class);
    /** The stakeholder of the same deal to whom the person reports. */
    public static final ReferenceField<Stakeholder, Stakeholder> REPORTS_TO =
            DECLARE.reference("reports_to", "stakeholder", Trait.ACYCLIC);
    /** The free-text description. */
    public static final BodyField<Stakeholder, String> DESCRIPTION =
            DECLARE.longText("description", 4000, Trait.PERSONAL);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Stakeholder> TYPE =
            DECLARE.uniqueKey("one_of_each", OPPORTUNITY, CONTACT, ROLE).build();

    private Stakeholder(EntityState<Stakeholder> state) {
        super(state);
    }

    /** Returns a contact in a role on a deal. */
    public static Stakeholder of(Id<Opportunity> deal, Id<Contact> contact, BuyingRole role) {
        return TYPE.newEntity().with(OPPORTUNITY, deal).with(CONTACT, contact).with(ROLE, role);
    }

    /** Returns the deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Returns the contact. */
    public Id<Contact> contact() {
        return require(CONTACT);
    }

    /** Returns the buying role. */
    public BuyingRole role() {
        return require(ROLE);
    }

    /** Returns the influence on the decision; medium if not known. */
    public Influence influence() {
        return getOrDefault(INFLUENCE, Influence.MEDIUM);
    }

    /** Returns the stance towards the purchase; unknown if not known. */
    public Stance stance() {
        return getOrDefault(STANCE, Stance.UNKNOWN);
    }

    /** Returns the engagement level; unknown if not known. */
    public EngagementLevel engagement() {
        return getOrDefault(ENGAGEMENT, EngagementLevel.UNKNOWN);
    }

    /** Returns whether the person works against the deal: by role, or by stance. */
    public boolean isOpposed() {
        return role().equals(BuyingRole.BLOCKER) || stance() == Stance.OPPONENT;
    }
}
