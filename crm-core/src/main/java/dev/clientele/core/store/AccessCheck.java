package dev.clientele.core.store;

import dev.clientele.core.codec.NamedValueCriteria;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The access policy of a session, applied to one type at one moment: made anew for each operation.
 *
 * <p>Criteria come out with times relative to now settled and constants as storage keeps them, so that evaluating them here
 * and pushing them down say the same.
 */
final class AccessCheck {

    private final SessionContext scope;
    private final String type;
    private final Instant now;
    private final Criteria readable;

    AccessCheck(SessionContext scope, String type) {
        this.scope = scope;
        this.type = type;
        this.now = scope.clock().instant();
        this.readable = resolve(scope.policy().readable(scope.actor(), type));
    }

    /** Returns the criteria, narrowed to what the actor may see. */
    Criteria restrict(Criteria criteria) {
        return narrow(resolve(criteria));
    }

    /** Returns the criteria, which may name values within a field of the body, narrowed to what the actor may see. */
    Criteria restrictSelection(Criteria criteria) {
        return narrow(
                NamedValueCriteria.isIn(criteria)
                        ? scope.types().checkNamed(type, settle(criteria))
                        : resolve(criteria));
    }

    private Criteria narrow(Criteria settled) {
        return canReadAll() ? settled : readable.and(settled);
    }

    /** Returns whether there is nothing of the type that the actor may not see. */
    boolean canReadAll() {
        return readable.equals(Criteria.always());
    }

    boolean canRead(FieldReader record) {
        return readable.test(record);
    }

    /** Returns a test for many records. */
    WriteCheck writeCheck() {
        return new WriteCheck(resolve(scope.policy().writable(scope.actor(), type)));
    }

    /** Returns a test for many records whose computed fields are written. */
    WriteCheck computeCheck() {
        return new WriteCheck(resolve(scope.policy().computable(scope.actor(), type)));
    }

    /** Returns criteria for the entries of a log that the actor may prune and redact. */
    Criteria erasable() {
        return resolve(scope.policy().erasable(scope.actor(), type));
    }

    /** A check of what the actor may write. */
    final class WriteCheck {

        private final Criteria writable;

        private WriteCheck(Criteria writable) {
            this.writable = writable;
        }

        /** Returns whether there is nothing that it forbids. */
        boolean allowsAll() {
            return writable.equals(Criteria.always());
        }

        void require(FieldReader record) {
            if (!canRead(record) || !writable.test(record)) {
                throw new DeniedException(type, "the actor may not write this " + type);
            }
        }
    }

    private Criteria resolve(Criteria criteria) {
        if (criteria.equals(Criteria.always())) {
            return criteria;
        }
        return scope.types().checkCriteria(type, settle(criteria));
    }

    private Criteria settle(Criteria criteria) {
        try {
            return criteria.resolvedAt(now);
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new InvalidValueException(
                    "", ViolationCode.RANGE, "a relative time in the criteria leads beyond all calendars");
        }
    }
}
