package dev.clientele.b2c.analytics.rfm;

import dev.clientele.persistence.criteria.Criteria;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A named group of customers.
 *
 * @param name not blank
 * @param rule which customers, over the fields of {@link RfmMeasure}; may be kept as JSON by {@link
 *     dev.clientele.core.criteria.CriteriaJson}
 */
public record RfmSegment(String name, Criteria rule) {

    /** Checks the name, and that the rule asks only for what there is. */
    public RfmSegment {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(rule, "rule");
        Set<String> unknown = new HashSet<>(rule.fields());
        unknown.removeAll(RfmMeasure.fields());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("rule of " + name + " must use the fields " + RfmMeasure.fields()
                    + ", used " + unknown.stream().sorted().toList());
        }
    }
}
