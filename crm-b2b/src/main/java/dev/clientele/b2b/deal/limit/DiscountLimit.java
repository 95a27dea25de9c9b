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
import dev.clientele.core.error.Violation;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How much may be given away without asking: on everything or one product family, in any deal or those of one price book, and by
 * everybody, by those with a role, or in the deals of one sales representative. Immutable and thread-safe.
 *
 * <p>Limits on different things (families, price books) hold side by side. Of those on the same thing one for the deal's owner
 * goes before those for a role, and these before those for everybody; of several for roles that the actor has the most
 * generous holds, of several others the strictest.
 */
public final class DiscountLimit extends Entity<DiscountLimit> {

    private static final TextRule SLUG = TextRule.slug(32);

    private static final EntityTypeBuilder<DiscountLimit> DECLARE =
            EntityType.define("discount_limit", DiscountLimit::new);

    /** By which it is known, such as {@code hardware}: lower-case letters, digits and single hyphens, a letter first. */
    public static final TextField<DiscountLimit> CODE = DECLARE.key("code", 32, Trait.REQUIRED, Trait.UNIQUE);
    /** The largest share of the list price that may be given away, 0 to 1. */
    public static final OrderedField<DiscountLimit, BigDecimal> MAX_SHARE =
            DECLARE.decimal("most", LineTotals.DISCOUNT_SCALE, Trait.REQUIRED);
    /** On which product family; missing if on everything together. */
    public static final TextField<DiscountLimit> FAMILY = DECLARE.key("family", 120);
    /** In deals priced by which book; missing if by any. */
    public static final ReferenceField<DiscountLimit, PriceBook> PRICE_BOOK =
            DECLARE.reference("price_book", "price_book");
    /** In whose deals; missing if in anybody's. */
    public static final ReferenceField<DiscountLimit, SalesRep> OWNER = DECLARE.reference("owner", "sales_rep");
    /** For actors with which role; missing if for all. */
    public static final TextField<DiscountLimit> ROLE = DECLARE.key("role", 120);
    /** For which deals beyond that; missing if for all. */
    public static final BodyField<DiscountLimit, DealCondition> CONDITION =
            DECLARE.structured("condition", DealCondition.class);
    /** The role that an actor needs to approve of more, such as {@code finance}; missing if anybody else may. */
    public static final TextField<DiscountLimit> APPROVER_ROLE = DECLARE.key("approved_by", 120);
    /** True of what holds no longer; missing or false of all others. */
    public static final FlagField<DiscountLimit> RETIRED = DECLARE.flag("retired");

    /** The declaration. */
    public static final EntityType<DiscountLimit> TYPE =
            DECLARE.rule(DiscountLimit::consistent).build();

    private DiscountLimit(EntityState<DiscountLimit> state) {
        super(state);
    }

    /**
     * A limit on everything together, for everybody.
     *
     * @param most the share of the list price, such as "0.20"
     */
    public static DiscountLimit of(String code, String most) {
        return TYPE.newEntity().with(CODE, code).with(MAX_SHARE, new BigDecimal(most));
    }

    /** The same on a product family. */
    public DiscountLimit forFamily(String family) {
        return with(FAMILY, family);
    }

    /** The same in deals priced by a book. */
    public DiscountLimit forPriceBook(PriceBook book) {
        return with(PRICE_BOOK, book.id());
    }

    /** The same in the deals of somebody. */
    public DiscountLimit forOwner(Id<SalesRep> owner) {
        return with(OWNER, owner);
    }

    /** The same for actors with a role. */
    public DiscountLimit forRole(String role) {
        return with(ROLE, role);
    }

    /** The same for deals that meet a criteria. */
    public DiscountLimit withCondition(String label, Criteria criteria) {
        return with(CONDITION, DealCondition.of(label, criteria));
    }

    /** The same, with more to be approved by actors with this role only. */
    public DiscountLimit withApproverRole(String role) {
        return with(APPROVER_ROLE, role);
    }

    /** By which it is known. */
    public String code() {
        return require(CODE);
    }

    /** The largest share of the list price that may be given away. */
    public BigDecimal maxShare() {
        return require(MAX_SHARE);
    }

    /** Whether it is about a deal in the hands of an actor with these roles. */
    boolean appliesTo(Opportunity deal, Set<String> roles, Instant now) {
        DealCondition condition = get(CONDITION);
        return !getOrDefault(RETIRED, false)
                && find(PRICE_BOOK)
                        .map(id -> id.equals(deal.get(Opportunity.PRICE_BOOK)))
                        .orElse(true)
                && find(OWNER).map(id -> id.equals(deal.get(Opportunity.OWNER))).orElse(true)
                && find(ROLE).map(roles::contains).orElse(true)
                && (condition == null || deal.matches(condition.toCriteria(), now));
    }

    private static List<Violation> consistent(DiscountLimit limit) {
        if (limit.maxShare().signum() < 0 || limit.maxShare().compareTo(BigDecimal.ONE) > 0) {
            return List.of(new Violation(MAX_SHARE.name(), "must be 0 to 1, got " + limit.maxShare()));
        }
        try {
            SLUG.check(CODE.name(), limit.code());
        } catch (IllegalArgumentException e) {
            return List.of(new Violation(CODE.name(), String.valueOf(e.getMessage())));
        }
        return limit.get(OWNER) != null && limit.get(ROLE) != null
                ? List.of(new Violation(ROLE.name(), "must be missing of a limit for one owner"))
                : List.of();
    }
}
