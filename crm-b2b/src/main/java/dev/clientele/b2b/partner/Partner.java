package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's partnership with the host, and its terms. Deals and registrations name the account itself. Immutable and
 * thread-safe.
 */
public final class Partner extends Entity<Partner> {

    private static final int SHARE_SCALE = 4;

    private static final EntityTypeBuilder<Partner> DECLARE = EntityType.define("partner", Partner::new);

    /** The partner's account. */
    public static final ReferenceField<Partner, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.UNIQUE);
    /** The type of partner. */
    public static final CodedField<Partner, PartnerType> PARTNER_TYPE =
            DECLARE.coded("partner_type", PartnerType::code, PartnerType::parse, Trait.REQUIRED, Trait.INDEXED);
    /** The code in its links and advertisements, such as {@code SUN-7}. */
    public static final TextField<Partner> CODE = DECLARE.key("code", 64, Trait.UNIQUE);
    /** The tier in the host's programme, such as {@code gold}. */
    public static final TextField<Partner> TIER = DECLARE.key("tier", 40, Trait.INDEXED);
    /** The sales representative who manages the partner. */
    public static final ReferenceField<Partner, SalesRep> MANAGER =
            DECLARE.reference("manager", "sales_rep", Trait.INDEXED);
    /** The share of sourced revenue that it is paid, 0 to 1; missing to pay the share of its type. */
    public static final OrderedField<Partner, BigDecimal> COMMISSION = DECLARE.decimal("commission", SHARE_SCALE);
    /** The first day of the partnership. */
    public static final OrderedField<Partner, LocalDate> SINCE = DECLARE.date("since", Trait.REQUIRED);
    /** The first day after the partnership; missing while it lasts. */
    public static final OrderedField<Partner, LocalDate> UNTIL = DECLARE.date("until", Trait.INDEXED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Partner> TYPE =
            DECLARE.rule(Partner::consistent).build();

    private Partner(EntityState<Partner> state) {
        super(state);
    }

    /** Returns a partnership of an account from a day on. */
    public static Partner of(Id<Account> account, PartnerType type, LocalDate since) {
        return TYPE.newEntity().with(ACCOUNT, account).with(PARTNER_TYPE, type).with(SINCE, since);
    }

    /** Returns the partner's account. */
    public Id<Account> account() {
        return require(ACCOUNT);
    }

    /** Returns the type of partner. */
    public PartnerType partnerType() {
        return require(PARTNER_TYPE);
    }

    /** Returns whether the partnership holds on a day. */
    public boolean isPartnerOn(LocalDate day) {
        LocalDate end = get(UNTIL);
        return !day.isBefore(require(SINCE)) && (end == null || day.isBefore(end));
    }

    private static List<Violation> consistent(Partner partner) {
        List<Violation> violations = new ArrayList<>();
        BigDecimal share = partner.get(COMMISSION);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            violations.add(new Violation(COMMISSION.name(), ViolationCode.RANGE, "must be 0 to 1, got " + share));
        }
        LocalDate end = partner.get(UNTIL);
        if (end != null && end.isBefore(partner.require(SINCE))) {
            violations.add(new Violation(UNTIL.name(), ViolationCode.ORDER, "must not be before since"));
        }
        return violations;
    }
}
