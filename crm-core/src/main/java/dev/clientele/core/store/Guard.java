package dev.clientele.core.store;

import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The access policy of a scope, applied to one type at one moment: made anew for each operation.
 *
 * <p>Criteria come out with times relative to now settled and constants as storage keeps them, so that evaluating them here
 * and pushing them down say the same.
 */
final class Guard {

    private final Scope scope;
    private final String type;
    private final Instant now;
    private final Criteria readable;

    Guard(Scope scope, String type) {
        this.scope = scope;
        this.type = type;
        this.now = scope.clock().instant();
        this.readable = settled(scope.policy().readable(scope.actor(), type));
    }

    /** The criteria, narrowed to what the actor may see. */
    Criteria narrowed(Criteria criteria) {
        Criteria settled = settled(criteria);
        return seesAll() ? settled : readable.and(settled);
    }

    /** Whether there is nothing of the type that the actor may not see. */
    boolean seesAll() {
        return readable.equals(Criteria.always());
    }

    boolean maySee(FieldReader record) {
        return readable.test(record);
    }

    /** A test for many records. */
    Writing writing() {
        return new Writing(settled(scope.policy().writable(scope.actor(), type)));
    }

    /** What the actor may write. */
    final class Writing {

        private final Criteria writable;

        private Writing(Criteria writable) {
            this.writable = writable;
        }

        void require(FieldReader record) {
            if (!maySee(record) || !writable.test(record)) {
                throw new DeniedException(type, "the actor may not write this " + type);
            }
        }
    }

    private Criteria settled(Criteria criteria) {
        if (criteria.equals(Criteria.always())) {
            return criteria;
        }
        Criteria resolved;
        try {
            resolved = criteria.resolvedAt(now);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a relative time in the criteria leads beyond all calendars", e);
        }
        return scope.types().checked(type, resolved);
    }
}
