package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that a deal meets before it passes into or out of a stage. Immutable and thread-safe.
 *
 * <pre>{@code
 * Gate.open()
 *         .requiring(Opportunity.CLOSE_DATE)
 *         .when("at least 10,000 euros", Opportunity.AMOUNT.atLeast(Money.of(EUR, 10_000)))
 *         .requiringEngaged(BuyingRole.ECONOMIC_BUYER, BuyingRole.CHAMPION)
 *         .requiringApproval(ApprovalRule.of("discount", "more than 20 % off", Opportunity.DISCOUNT.above(fifth))
 *                 .covering(Opportunity.DISCOUNT).covering(Opportunity.AMOUNT))
 * }</pre>
 *
 * @param fields names of the opportunity's fields that must have a value
 * @param conditions criteria that the deal must meet
 * @param roles buying roles that engaged stakeholders must hold
 * @param approvals the rules for approvals that deals need
 * @param limits true if a discount beyond a declared limit has to be approved; null is false
 */
public record Gate(
        List<String> fields,
        List<DealCondition> conditions,
        List<BuyingRole> roles,
        List<ApprovalRule> approvals,
        @Nullable Boolean limits) {

    private static final Gate OPEN = new Gate(null, null, null, null, null);

    /** Copies the lists; takes one that is null as empty. */
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

    /** Returns a gate without conditions. */
    public static Gate open() {
        return OPEN;
    }

    /** Returns a copy that also requires a value in this field. */
    public Gate requiring(Field<Opportunity, ?> field) {
        return new Gate(plus(fields, List.of(field.name())), conditions, roles, approvals, limits);
    }

    /**
     * Returns a copy that also requires a criteria to hold.
     *
     * @param label the condition in words, shown to people
     * @param criteria on the fields of {@link Opportunity}; times in it may be relative to the moment of the move
     */
    public Gate when(String label, Criteria criteria) {
        return new Gate(fields, plus(conditions, List.of(DealCondition.of(label, criteria))), roles, approvals, limits);
    }

    /** Returns a copy that also requires engaged stakeholders in these roles. */
    public Gate requiringEngaged(BuyingRole... needed) {
        return new Gate(fields, conditions, plus(roles, Arrays.asList(needed)), approvals, limits);
    }

    /** Returns a copy that also requires the approval of deals that a rule names. */
    public Gate requiringApproval(ApprovalRule rule) {
        return new Gate(fields, conditions, roles, plus(approvals, List.of(rule)), limits);
    }

    /**
     * Returns a copy that also requires the approval of discounts beyond the declared limits ({@code DiscountLimit}).
     */
    public Gate withinLimits() {
        return new Gate(fields, conditions, roles, approvals, true);
    }

    /** Returns whether it checks discount limits. */
    boolean checksDiscountLimits() {
        return Boolean.TRUE.equals(limits);
    }

    /** Returns whether it needs facts beyond the deal's own fields. */
    boolean needsFacts() {
        return !roles.isEmpty() || !approvals.isEmpty() || checksDiscountLimits();
    }

    private static <V> List<V> plus(List<V> list, List<V> more) {
        List<V> result = new ArrayList<>(list);
        result.addAll(more);
        return result;
    }
}
