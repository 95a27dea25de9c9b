package dev.clientele.core.store;

import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;

/** The access policy of a scope, applied to one type. */
final class Guard {

    private final Scope scope;
    private final String type;

    Guard(Scope scope, String type) {
        this.scope = scope;
        this.type = type;
    }

    /** The criteria, narrowed to what the actor may see, with times relative to now settled. */
    Criteria narrowed(Criteria criteria) {
        Criteria readable = scope.policy().readable(scope.actor(), type);
        Criteria both = readable.equals(Criteria.always()) ? criteria : readable.and(criteria);
        return both.resolvedAt(scope.clock().instant());
    }

    boolean maySee(FieldReader record) {
        return holds(scope.policy().readable(scope.actor(), type), record);
    }

    void requireWritable(FieldReader record) {
        if (!maySee(record) || !holds(scope.policy().writable(scope.actor(), type), record)) {
            throw new DeniedException(type, scope.actor() + " may not write this " + type);
        }
    }

    private boolean holds(Criteria criteria, FieldReader record) {
        return criteria.resolvedAt(scope.clock().instant()).test(record);
    }
}
