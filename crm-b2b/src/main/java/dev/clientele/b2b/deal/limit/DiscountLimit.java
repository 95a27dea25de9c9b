package dev.clientele.b2b.deal.limit;

import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.deal.pipeline.DealCondition;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The largest discount that needs no approval: on everything or one product family, in any deal or those of one price
 * book, and for everybody, for a role, or in the deals of one sales representative. Immutable and thread-safe.
 *
 * <p>Limits on different things (families, price books) hold side by side. Of those on the same thing one for the
 * deal's owner goes before those for a role, and these before those for everybody; of several for roles that the actor
 * has the most generous holds, of several others the strictest.
 */
public final class DiscountLimit extends Entity<DiscountLimit> {

    private static final TextRule SLUG = TextRule.slug(32);

    private static final EntityTypeBuilder<DiscountLimit> DECLARE =
            EntityType.define("discount_limit", DiscountLimit::new);

    /** The unique code, such as {@code hardware}: lower-case letters, digits and single hyphens, a letter first. */
    public static final TextField<DiscountLimit> CODE = DECLARE.key("code", 32, Trait.REQUIRED, Trait.UNIQUE);
    /** The largest discount as a share of the list price, 0 to 1. */
    public static final OrderedField<DiscountLimit, BigDecimal> MAX_SHARE =
            DECLARE.decimal("most", LineTotals.DISCOUNT_SCALE, Trait.REQUIRED);
    /** The product family; missing for everything together. */
    public static final TextField<DiscountLimit> FAMILY = DECLARE.key("family", 120);
    /** The price book of the deals; missing for any. */
    public static final ReferenceField<DiscountLimit, PriceBook> PRICE_BOOK =
            DECLARE.reference("price_book", "price_book");
    /** The owner of the deals; missing for any. */
    public static final ReferenceField<DiscountLimit, SalesRep> OWNER = DECLARE.reference("owner", "sales_rep");
    /** The role of the actors; missing for all. */
    public static final TextField<DiscountLimit> ROLE = DECLARE.key("role", 120);
    /** A further condition on the deals; missing for none. */
    public static final BodyField<DiscountLimit, DealCondition> CONDITION =
            DECLARE.structured("condition", DealCondition.class);
    /**
     * The role that an actor needs to approve a larger discount, such as {@code finance}; missing if anybody else may.
     */
    public static final TextField<DiscountLimit> APPROVER_ROLE = DECLARE.key("approved_by", 120);
    /** True of a limit that no longer holds; missing or false of all others. */
    public static final FlagField<DiscountLimit> RETIRED = DECLARE.flag("retired");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<DiscountLimit> TYPE =
            DECLARE.rule(DiscountLimit::consistent).build();

    private DiscountLimit(EntityState<DiscountLimit> state) {
        super(state);
    }

    /**
     * Returns a limit on everything together, for everybody.
     *
     * @param most the share of the list price, such as "0.20"
     */
    public static DiscountLimit of(String code, String most) {
        return TYPE.newEntity().with(CODE, code).with(MAX_SHARE, new BigDecimal(most));
    }

    /** Returns a copy for a product family. */
    public DiscountLimit forFamily(String family) {
        return with(FAMILY, family);
    }

    /** Returns a copy for deals priced by a book. */
    public DiscountLimit forPriceBook(PriceBook book) {
        return with(PRICE_BOOK, book.id());
    }

    /** Returns a copy for the deals of a sales representative. */
    public DiscountLimit forOwner(Id<SalesRep> owner) {
        return with(OWNER, owner);
    }

    /** Returns a copy for actors with a role. */
    public DiscountLimit forRole(String role) {
        return with(ROLE, role);
    }

    /**
     * Returns a copy for deals that meet a criteria. A deal whose amount isn't known or is in another currency than one that
     * the criteria compares it with counts as meeting that part: a limit is never lifted by what can't be told.
     */
    public DiscountLimit withCondition(String label, Criteria criteria) {
        return with(CONDITION, DealCondition.of(label, criteria));
    }

    /** Returns a copy whose larger discounts only actors with this role approve. */
    public DiscountLimit withApproverRole(String role) {
        return with(APPROVER_ROLE, role);
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the largest discount as a share of the list price. */
    public BigDecimal maxShare() {
        return require(MAX_SHARE);
    }

    /** Returns whether it applies to a deal in the hands of an actor with these roles. */
    boolean appliesTo(Opportunity deal, Set<String> roles, Instant now) {
        DealCondition condition = get(CONDITION);
        return !getOrDefault(RETIRED, false)
                && find(PRICE_BOOK)
                        .map(id -> id.equals(deal.get(Opportunity.PRICE_BOOK)))
                        .orElse(true)
                && find(OWNER).map(id -> id.equals(deal.get(Opportunity.OWNER))).orElse(true)
                && find(ROLE).map(roles::contains).orElse(true)
                && (condition == null || new LimitCondition(deal, now).mayMeet(condition.toCriteria()));
    }

    private static List<Violation> consistent(DiscountLimit limit) {
        if (limit.maxShare().signum() < 0 || limit.maxShare().compareTo(BigDecimal.ONE) > 0) {
            return List.of(
                    new Violation(MAX_SHARE.name(), ViolationCode.RANGE, "must be 0 to 1, got " + limit.maxShare()));
        }
        try {
            SLUG.check(CODE.name(), limit.code());
        } catch (InvalidValueException e) {
            return List.of(e.violation());
        }
        return limit.get(OWNER) != null && limit.get(ROLE) != null
                ? List.of(new Violation(ROLE.name(), "must be missing of a limit for one owner"))
                : List.of();
    }
}
