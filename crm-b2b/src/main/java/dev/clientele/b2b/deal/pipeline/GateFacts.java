package dev.clientele.b2b.deal.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
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
        engaged = ImmutableSet.copyOf(engaged);
        approvals = ImmutableMap.copyOf(approvals);
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
        return new GateFacts(ImmutableSet.copyOf(roles), Map.of());
    }

    /** These and others; where both know of a request, the other's word holds. */
    public GateFacts plus(GateFacts other) {
        return new GateFacts(
                Sets.union(engaged, other.engaged),
                ImmutableMap.<String, ApprovalStatus>builder()
                        .putAll(approvals)
                        .putAll(other.approvals)
                        .buildKeepingLast(),
                ImmutableList.copyOf(Iterables.concat(requiredApprovals, other.requiredApprovals)));
    }
}
