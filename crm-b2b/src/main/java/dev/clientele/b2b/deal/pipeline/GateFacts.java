package dev.clientele.b2b.deal.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What gates ask about a deal beyond its own fields. Immutable and thread-safe.
 *
 * @param engaged the buying roles that are taken by somebody we talk to
 * @param approvals how the latest request under each approval rule stands, by the rule's code
 * @param requiredApprovals approvals that the deal needs at gates that keep discounts within limits
 */
public record GateFacts(
        Set<BuyingRole> engaged, Map<String, ApprovalStatus> approvals, List<ApprovalRule> requiredApprovals) {

    private static final GateFacts NONE = new GateFacts(Set.of(), Map.of());

    /** Copies. */
    public GateFacts {
        engaged = Set.copyOf(engaged);
        approvals = Map.copyOf(approvals);
        requiredApprovals = List.copyOf(requiredApprovals);
    }

    /** Without demands. */
    public GateFacts(Set<BuyingRole> engaged, Map<String, ApprovalStatus> approvals) {
        this(engaged, approvals, List.of());
    }

    /** Nobody is engaged, nothing was asked for. */
    public static GateFacts none() {
        return NONE;
    }

    /** These roles are engaged, nothing was asked for. */
    public static GateFacts engaged(BuyingRole... roles) {
        return new GateFacts(Set.of(roles), Map.of());
    }

    /** These and others; where both know of a request, the other's word holds. */
    public GateFacts plus(GateFacts other) {
        Set<BuyingRole> roles = new HashSet<>(engaged);
        roles.addAll(other.engaged);
        Map<String, ApprovalStatus> statuses = new HashMap<>(approvals);
        statuses.putAll(other.approvals);
        List<ApprovalRule> all = new ArrayList<>(requiredApprovals);
        all.addAll(other.requiredApprovals);
        return new GateFacts(roles, statuses, all);
    }
}
