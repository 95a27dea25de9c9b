package dev.clientele.b2b.deal.pipeline;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a request for approval: who decides, and what it covers. Immutable and thread-safe.
 *
 * @param role the role that an actor needs to decide; null if anybody else may
 * @param covers names of the opportunity's fields that are approved
 */
public record ApprovalTerms(@Nullable String role, Set<String> covers) {

    /** Copies the set. */
    public ApprovalTerms {
        covers = ImmutableSet.copyOf(covers);
    }

    /** Returns whether a request on these terms is one by a rule as it is now: as strict about who decides, and covering as much. */
    public boolean meet(ApprovalRule rule) {
        return (rule.role() == null || rule.role().equals(role)) && covers.containsAll(rule.covers());
    }
}
