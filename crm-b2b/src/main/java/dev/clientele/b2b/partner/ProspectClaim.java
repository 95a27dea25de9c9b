package dev.clientele.b2b.partner;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.LocalDate;

/**
 * A claim on a prospect under one of its keys: for a registration, until a day. There is one for each key, so two
 * registrations of one prospect can't be approved at the same time; {@link DealRegistrations} keeps them, nobody else
 * has to. Immutable and thread-safe.
 */
public final class ProspectClaim extends Entity<ProspectClaim> {

    private static final EntityTypeBuilder<ProspectClaim> DECLARE =
            EntityType.define("prospect_claim", ProspectClaim::new);

    /** The prospect's key: its name, its domain name, or an account. */
    public static final TextField<ProspectClaim> KEY =
            DECLARE.key("key", DealRegistration.MAX_KEY_LENGTH, Trait.REQUIRED, Trait.UNIQUE);
    /** The registration that holds the claim. */
    public static final ReferenceField<ProspectClaim, DealRegistration> REGISTRATION =
            DECLARE.reference("registration", "deal_registration", Trait.REQUIRED, Trait.INDEXED);
    /** The last day of the claim; after that anybody may take it. */
    public static final OrderedField<ProspectClaim, LocalDate> VALID_UNTIL =
            DECLARE.date("valid_until", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<ProspectClaim> TYPE = DECLARE.build();

    private ProspectClaim(EntityState<ProspectClaim> state) {
        super(state);
    }

    static ProspectClaim of(String key, Id<DealRegistration> registration, LocalDate until) {
        return TYPE.newEntity().with(KEY, key).withHolder(registration, until);
    }

    ProspectClaim withHolder(Id<DealRegistration> registration, LocalDate until) {
        return with(REGISTRATION, registration).with(VALID_UNTIL, until);
    }

    boolean isFreeFor(Id<DealRegistration> registration, LocalDate day) {
        return require(REGISTRATION).equals(registration) || day.isAfter(require(VALID_UNTIL));
    }
}
