package dev.clientele.b2b.deal.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a deal that gates ask for beyond its own fields. Immutable and thread-safe.
 *
 * @param engaged the buying roles that engaged stakeholders hold
 * @param approvals the status of the latest request under each approval rule, by the rule's code
 * @param requiredApprovals approvals that the deal needs at gates that keep discounts within limits
 * @param terms the terms of these requests, by the rule's code, as far as they are known; a request on lesser terms than its
 *     rule's counts as lapsed
 */
public record GateFacts(
        Set<BuyingRole> engaged,
        Map<String, ApprovalStatus> approvals,
        List<ApprovalRule> requiredApprovals,
        Map<String, ApprovalTerms> terms) {

    private static final GateFacts NONE = new GateFacts(Set.of(), Map.of());

    /** Copies the collections. */
    public GateFacts {
        engaged = ImmutableSet.copyOf(engaged);
        approvals = ImmutableMap.copyOf(approvals);
        requiredApprovals = List.copyOf(requiredApprovals);
        terms = ImmutableMap.copyOf(terms);
    }

    /** Creates facts without terms of requests. */
    public GateFacts(
            Set<BuyingRole> engaged, Map<String, ApprovalStatus> approvals, List<ApprovalRule> requiredApprovals) {
        this(engaged, approvals, requiredApprovals, Map.of());
    }

    /** Creates facts without required approvals. */
    public GateFacts(Set<BuyingRole> engaged, Map<String, ApprovalStatus> approvals) {
        this(engaged, approvals, List.of());
    }

    /** Returns the facts of a deal without engaged roles and requests. */
    public static GateFacts none() {
        return NONE;
    }

    /** Returns the facts of a deal with these engaged roles and no requests. */
    public static GateFacts engaged(BuyingRole... roles) {
        return new GateFacts(ImmutableSet.copyOf(roles), Map.of());
    }

    /** Returns these facts and others; where both know of a request, the other's status counts. */
    public GateFacts plus(GateFacts other) {
        return new GateFacts(
                Sets.union(engaged, other.engaged),
                ImmutableMap.<String, ApprovalStatus>builder()
                        .putAll(approvals)
                        .putAll(other.approvals)
                        .buildKeepingLast(),
                ImmutableList.copyOf(Iterables.concat(requiredApprovals, other.requiredApprovals)),
                ImmutableMap.<String, ApprovalTerms>builder()
                        .putAll(Maps.filterKeys(terms, code -> !other.approvals.containsKey(code)))
                        .putAll(other.terms)
                        .buildKeepingLast());
    }

    /** Returns the status of the latest request by a rule; null if there was none. */
    public @Nullable ApprovalStatus status(ApprovalRule rule) {
        ApprovalStatus status = approvals.get(rule.code());
        ApprovalTerms asked = terms.get(rule.code());
        boolean stands = status == ApprovalStatus.REQUESTED || status == ApprovalStatus.APPROVED;
        return stands && asked != null && !asked.meet(rule) ? ApprovalStatus.LAPSED : status;
    }
}
