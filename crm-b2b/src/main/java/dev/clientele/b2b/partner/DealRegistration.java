package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A partner's registration of a deal with a prospect. Start with {@link #of}, add what is known with {@code with}, and
 * submit it with {@link DealRegistrations#submit}. Immutable and thread-safe.
 */
public final class DealRegistration extends Entity<DealRegistration> {

    /** The longest prospect key, in code points. */
    static final int MAX_KEY_LENGTH = 420;

    private static final EntityTypeBuilder<DealRegistration> DECLARE =
            EntityType.define("deal_registration", DealRegistration::new);

    /** The partner's account. */
    public static final ReferenceField<DealRegistration, Account> PARTNER =
            DECLARE.reference("partner", "account", Trait.REQUIRED, Trait.INDEXED);
    /** The id in the system that the record comes from, such as the partners' portal. */
    public static final TextField<DealRegistration> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The prospect's name. */
    public static final TextField<DealRegistration> COMPANY =
            DECLARE.text("company", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The prospect's domain name. */
    public static final TextField<DealRegistration> DOMAIN = DECLARE.key("domain", 253, Trait.INDEXED);
    /** The prospect's account, if it has one. */
    public static final ReferenceField<DealRegistration, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.INDEXED);
    /** The code of the product to be sold. */
    public static final TextField<DealRegistration> PRODUCT = DECLARE.key("product", 120, Trait.INDEXED);
    /** The expected amount. */
    public static final MoneyField<DealRegistration> AMOUNT = DECLARE.money("amount");
    /** The free-text description. */
    public static final BodyField<DealRegistration, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The stored status; {@link #status} also regards the day. */
    public static final CodedField<DealRegistration, RegistrationStatus> STATUS =
            DECLARE.choice("status", RegistrationStatus.class, Trait.REQUIRED, Trait.INDEXED);
    /** The time of the submission. */
    public static final OrderedField<DealRegistration, Instant> SUBMITTED_AT =
            DECLARE.instant("submitted_at", Trait.REQUIRED);
    /** The text form of the actor who handed it in. */
    public static final TextField<DealRegistration> SUBMITTED_BY = DECLARE.key("submitted_by", 200, Trait.REQUIRED);
    /** The time of the decision. */
    public static final OrderedField<DealRegistration, Instant> DECIDED_AT = DECLARE.instant("decided_at");
    /** The text form of the actor who decided. */
    public static final TextField<DealRegistration> DECIDED_BY = DECLARE.key("decided_by", 200);
    /** The note on the decision or the withdrawal. */
    public static final BodyField<DealRegistration, String> STATUS_NOTE = DECLARE.longText("status_note", 4000);
    /** The last day on which the registration protects the partner. */
    public static final OrderedField<DealRegistration, LocalDate> VALID_UNTIL =
            DECLARE.date("valid_until", Trait.INDEXED);
    /** The deal that it was converted to. */
    public static final ReferenceField<DealRegistration, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.INDEXED);
    /** The keys of the prospect: two registrations that share one are of one prospect. Kept by the library. */
    public static final TextSetField<DealRegistration> PROSPECT_KEYS =
            DECLARE.textSet("prospect_keys", MAX_KEY_LENGTH, Trait.INDEXED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<DealRegistration> TYPE = DECLARE.rule(RegistrationRules::violations)
            .changeRule(RegistrationRules::changeViolations)
            .build();

    private DealRegistration(EntityState<DealRegistration> state) {
        super(state);
    }

    /** Returns a registration of a prospect by its name. */
    public static DealRegistration of(Id<Account> partner, String company) {
        return TYPE.newEntity().with(PARTNER, partner).with(COMPANY, company);
    }

    /** Returns a registration of a prospect that has an account, with the account's domain name. */
    public static DealRegistration of(Id<Account> partner, Account prospect) {
        return of(partner, prospect.name()).with(ACCOUNT, prospect.id()).with(DOMAIN, prospect.get(Account.DOMAIN));
    }

    /** Returns the partner's account. */
    public Id<Account> partner() {
        return require(PARTNER);
    }

    /** Returns the prospect's name. */
    public String company() {
        return require(COMPANY);
    }

    /** Returns the status on a day. */
    public RegistrationStatus status(LocalDate day) {
        RegistrationStatus stored = require(STATUS);
        boolean over = stored == RegistrationStatus.APPROVED && day.isAfter(require(VALID_UNTIL));
        return over ? RegistrationStatus.EXPIRED : stored;
    }

    /** Returns whether it is submitted or approved, and neither expired nor settled, on a day. */
    public boolean isActiveOn(LocalDate day) {
        RegistrationStatus status = status(day);
        return status == RegistrationStatus.SUBMITTED || status == RegistrationStatus.APPROVED;
    }

    /** Returns the criteria of registrations that have a status on a day. */
    public static Criteria havingStatus(RegistrationStatus status, LocalDate day) {
        return switch (status) {
            case APPROVED -> STATUS.is(RegistrationStatus.APPROVED).and(VALID_UNTIL.atLeast(day));
            case EXPIRED -> STATUS.is(RegistrationStatus.APPROVED).and(VALID_UNTIL.below(day));
            case SUBMITTED, REJECTED, WITHDRAWN, CONVERTED -> STATUS.is(status);
        };
    }

    /** Returns the criteria of registrations that are active on a day. */
    public static Criteria activeOn(LocalDate day) {
        return havingStatus(RegistrationStatus.SUBMITTED, day).or(havingStatus(RegistrationStatus.APPROVED, day));
    }

    DealRegistration submitted(Actor by, Instant at, Prospect prospect) {
        return with(STATUS, RegistrationStatus.SUBMITTED)
                .with(SUBMITTED_BY, by.toString())
                .with(SUBMITTED_AT, at)
                .with(PROSPECT_KEYS, prospect.keys());
    }

    DealRegistration decided(RegistrationStatus status, Actor by, Instant at, String note) {
        return with(STATUS, status)
                .with(DECIDED_BY, by.toString())
                .with(DECIDED_AT, at)
                .with(STATUS_NOTE, note);
    }
}
