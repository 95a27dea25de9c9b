package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A criteria that holds if all its parts do; true of an empty list (rule C6).
 *
 * @param criteria the parts, in the order given
 */
public record AllOf(List<Criteria> criteria) implements Criteria {

    static final AllOf EMPTY = new AllOf(List.of());

    /** Copies the list. */
    public AllOf {
        criteria = List.copyOf(criteria);
    }

    @Override
    public boolean test(FieldReader record) {
        return criteria.stream().allMatch(part -> part.test(record));
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return new AllOf(criteria.stream().map(part -> part.resolvedAt(now)).toList());
    }

    /** Returns two joined without nesting, so that long chains of {@code and} or {@code or} stay flat. */
    static Criteria join(Criteria left, Criteria right) {
        List<Criteria> parts = new ArrayList<>();
        for (Criteria side : List.of(left, right)) {
            if (side instanceof AllOf same) {
                parts.addAll(same.criteria());
            } else {
                parts.add(side);
            }
        }
        return Criteria.allOf(parts);
    }
}
