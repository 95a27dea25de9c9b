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
 * The facts about a deal that gates ask for beyond its own fields. Immutable and thread-safe.
 *
 * @param engaged the buying roles that engaged stakeholders hold
 * @param approvals the status of the latest request under each approval rule, by the rule's code
 * @param requiredApprovals approvals that the deal needs at gates that keep discounts within limits
 */
public record GateFacts(
        Set<BuyingRole> engaged, Map<String, ApprovalStatus> approvals, List<ApprovalRule> requiredApprovals) {

    private static final GateFacts NONE = new GateFacts(Set.of(), Map.of());

    /** Copies the collections. */
    public GateFacts {
        engaged = ImmutableSet.copyOf(engaged);
        approvals = ImmutableMap.copyOf(approvals);
        requiredApprovals = List.copyOf(requiredApprovals);
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
                ImmutableList.copyOf(Iterables.concat(requiredApprovals, other.requiredApprovals)));
    }
}
