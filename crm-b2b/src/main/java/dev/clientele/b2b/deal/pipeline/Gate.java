package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a deal before it passes into or out of a stage. Immutable and thread-safe.
 *
 * <pre>{@code
 * Gate.open()
 *         .requiring(Opportunity.CLOSE_DATE)
 *         .when("at least 10,000 euros", Opportunity.AMOUNT.atLeast(Money.of(EUR, 10_000)))
 *         .engaging(BuyingRole.ECONOMIC_BUYER, BuyingRole.CHAMPION)
 *         .approving(ApprovalRule.of("discount", "more than 20 % off", Opportunity.DISCOUNT.above(fifth))
 *                 .covering(Opportunity.DISCOUNT).covering(Opportunity.AMOUNT))
 * }</pre>
 *
 * @param fields names of the opportunity's fields that must have a value
 * @param conditions criteria that the deal must meet
 * @param roles buying roles that must be taken by somebody we talk to
 * @param approvals who has to be asked about which deals
 * @param limits true if a discount beyond a declared limit has to be approved; null is false
 */
public record Gate(
        List<String> fields,
        List<DealCondition> conditions,
        List<BuyingRole> roles,
        List<ApprovalRule> approvals,
        @Nullable Boolean limits) {

    private static final Gate OPEN = new Gate(null, null, null, null, null);

    /** Copies the lists; one that is null is empty. */
    public Gate(
            @Nullable List<String> fields,
            @Nullable List<DealCondition> conditions,
            @Nullable List<BuyingRole> roles,
            @Nullable List<ApprovalRule> approvals,
            @Nullable Boolean limits) {
        this.fields = fields == null ? List.of() : List.copyOf(fields);
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.approvals = approvals == null ? List.of() : List.copyOf(approvals);
        this.limits = limits;
    }

    /** Lets everything pass. */
    public static Gate open() {
        return OPEN;
    }

    /** A gate that also asks for a value in this field. */
    public Gate requiring(Field<Opportunity, ?> field) {
        return new Gate(plus(fields, List.of(field.name())), conditions, roles, approvals, limits);
    }

    /**
     * A gate that also asks for a criteria to hold.
     *
     * @param label what is asked for, to be shown to people
     * @param criteria on the fields of {@link Opportunity}; times in it may be relative to the moment of the move
     */
    public Gate when(String label, Criteria criteria) {
        return new Gate(fields, plus(conditions, List.of(DealCondition.of(label, criteria))), roles, approvals, limits);
    }

    /** A gate that also asks for these roles to be taken by somebody we talk to. */
    public Gate requiringEngaged(BuyingRole... needed) {
        return new Gate(fields, conditions, plus(roles, Arrays.asList(needed)), approvals, limits);
    }

    /** A gate that also asks for approval of the deals that a rule names. */
    public Gate requiringApproval(ApprovalRule rule) {
        return new Gate(fields, conditions, roles, plus(approvals, List.of(rule)), limits);
    }

    /** A gate that also asks for approval of discounts beyond the limits that are declared ({@code DiscountLimit}). */
    public Gate withinLimits() {
        return new Gate(fields, conditions, roles, approvals, true);
    }

    /** Whether it keeps discounts within limits. */
    boolean checksDiscountLimits() {
        return Boolean.TRUE.equals(limits);
    }

    /** Whether it asks for more than the deal's own fields tell. */
    boolean needsFacts() {
        return !roles.isEmpty() || !approvals.isEmpty() || checksDiscountLimits();
    }

    private static <V> List<V> plus(List<V> list, List<V> more) {
        List<V> result = new ArrayList<>(list);
        result.addAll(more);
        return result;
    }
}
