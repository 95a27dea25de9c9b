package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that deals of a kind need approval. Immutable and thread-safe.
 *
 * @param code the code by which requests name it: lower-case letters, digits and single hyphens, a letter first, at most 40
 * @param when the condition under which a deal needs it, with its explanation
 * @param covers names of the opportunity's fields that are approved: when one of them changes, the approval is gone
 * @param role the role that an actor needs to decide, such as {@code finance}; null if anybody else may
 */
public record ApprovalRule(
        String code,
        DealCondition when,
        List<String> covers,
        @Nullable String role) {

    private static final TextRule CODE = TextRule.slug(40);
    private static final TextRule ROLE = TextRule.key(120);

    /** Checks the texts and copies the list. */
    public ApprovalRule(String code, DealCondition when, @Nullable List<String> covers, @Nullable String role) {
        this.code = CODE.check("approval code", code);
        this.when = when;
        this.covers = covers == null ? List.of() : List.copyOf(covers);
        this.role = role == null ? null : ROLE.check("role", role);
    }

    /** Returns a rule that covers no field yet. */
    public static ApprovalRule of(String code, String label, Criteria when) {
        return new ApprovalRule(code, DealCondition.of(label, when), List.of(), null);
    }

    /** Returns a copy that covers this field too. */
    public ApprovalRule covering(Field<Opportunity, ?> field) {
        List<String> more = new ArrayList<>(covers);
        more.add(field.name());
        return new ApprovalRule(code, when, more, role);
    }

    /** Returns a copy to be decided by actors with this role only. */
    public ApprovalRule withRole(String role) {
        return new ApprovalRule(code, when, covers, role);
    }

    /**
     * Returns the condition that a deal without this approval doesn't meet; empty if the approval is there.
     *
     * @param status the status of the latest request; null if there was none
     */
    public Optional<UnmetCondition> unmet(@Nullable ApprovalStatus status) {
        if (status == ApprovalStatus.APPROVED) {
            return Optional.empty();
        }
        String standing = status == null
                ? "was not requested"
                : switch (status) {
                    case REQUESTED -> "is not decided yet";
                    case REJECTED -> "was refused";
                    default -> "has lapsed, since what it was asked for has changed";
                };
        String by = role == null ? "" : " by " + role;
        return Optional.of(new UnmetCondition(
                UnmetCondition.UnmetCause.APPROVAL, code, "the approval for " + when.label() + by + " " + standing));
    }
}
