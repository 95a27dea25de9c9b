package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A criteria that holds if at least one of its parts does; false of an empty list (rule C6).
 *
 * @param criteria the parts, in the order given
 */
public record AnyOf(List<Criteria> criteria) implements Criteria {

    static final AnyOf EMPTY = new AnyOf(List.of());

    /** Copies the list. */
    public AnyOf {
        criteria = List.copyOf(criteria);
    }

    @Override
    public boolean test(FieldReader record) {
        return criteria.stream().anyMatch(part -> part.test(record));
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return new AnyOf(criteria.stream().map(part -> part.resolvedAt(now)).toList());
    }

    /** Returns two joined without nesting, so that long chains of {@code and} or {@code or} stay flat. */
    static Criteria join(Criteria left, Criteria right) {
        List<Criteria> parts = new ArrayList<>();
        for (Criteria side : List.of(left, right)) {
            if (side instanceof AnyOf same) {
                parts.addAll(same.criteria());
            } else {
                parts.add(side);
            }
        }
        return Criteria.anyOf(parts);
    }
}
