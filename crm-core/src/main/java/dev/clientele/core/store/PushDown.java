package dev.clientele.core.store;

import dev.clientele.core.codec.NamedValueCriteria;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A criteria in two: what the adapter evaluates, and what has to be evaluated on its answers. Together they say the same.
 *
 * @param pushed for the adapter
 * @param residual for us; {@link Criteria#always()} if the adapter does it all
 */
record PushDown(Criteria pushed, Criteria residual) {

    static PushDown of(Criteria criteria, Storage storage) {
        if (supported(criteria, storage)) {
            return new PushDown(criteria, Criteria.always());
        } else if (!(criteria instanceof AllOf all)) {
            return new PushDown(Criteria.always(), criteria);
        } else {
            List<Criteria> pushed = new ArrayList<>();
            List<Criteria> rest = new ArrayList<>();
            for (Criteria part : all.criteria()) {
                PushDown split = of(part, storage);
                add(split.pushed, pushed);
                add(split.residual, rest);
            }
            return new PushDown(Criteria.allOf(pushed), Criteria.allOf(rest));
        }
    }

    private static void add(Criteria part, List<Criteria> to) {
        if (!part.equals(Criteria.always())) {
            to.add(part);
        }
    }

    boolean isComplete() {
        return residual.equals(Criteria.always());
    }

    /** Evaluates the residual on a row that the adapter has found. */
    boolean test(FieldReader row) {
        return row instanceof Document document ? NamedValueCriteria.test(residual, document) : residual.test(row);
    }

    /** Reads with one question if the adapter does it all. */
    <R> R read(SessionContext scope, Function<UnitOfWork, R> work) {
        return isComplete() ? scope.readAutoCommit(work) : scope.read(work);
    }

    private static boolean supported(Criteria criteria, Storage storage) {
        if (criteria instanceof AllOf all) {
            return all.criteria().stream().allMatch(part -> supported(part, storage));
        } else if (criteria instanceof AnyOf any) {
            return any.criteria().stream().allMatch(part -> supported(part, storage));
        } else if (criteria instanceof Not not) {
            return supported(not.criteria(), storage);
        }
        return !NamedValueCriteria.isIn(criteria) && storage.supports(criteria);
    }
}
