package dev.clientele.b2b.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That deals of a kind need somebody's approval. Immutable and thread-safe.
 *
 * @param code by which requests name it: lower-case letters, digits and single hyphens, a letter first, at most 40
 * @param when which deals need it, and why in words
 * @param covers names of the opportunity's fields that are approved: when one of them changes, the approval is gone
 */
public record ApprovalRule(String code, Condition when, List<String> covers) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Checks the code and copies the list. */
    public ApprovalRule(String code, Condition when, @Nullable List<String> covers) {
        this.code = CODE.check("approval code", code);
        this.when = when;
        this.covers = covers == null ? List.of() : List.copyOf(covers);
    }

    /** A rule that covers nothing yet. */
    public static ApprovalRule of(String code, String label, Criteria when) {
        return new ApprovalRule(code, Condition.of(label, when), List.of());
    }

    /** The same, covering this field too. */
    public ApprovalRule covering(Field<Opportunity, ?> field) {
        List<String> more = new ArrayList<>(covers);
        more.add(field.name());
        return new ApprovalRule(code, when, more);
    }
}
