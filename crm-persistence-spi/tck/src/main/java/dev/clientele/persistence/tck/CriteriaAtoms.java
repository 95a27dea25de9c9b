package dev.clientele.persistence.tck;

import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Not;
import java.util.stream.Stream;

/** The atoms of a criteria: the parts that an adapter may not support. */
final class CriteriaAtoms {

    private CriteriaAtoms() {}

    static Stream<Criteria> of(Criteria criteria) {
        if (criteria instanceof AllOf all) {
            return all.criteria().stream().flatMap(CriteriaAtoms::of);
        } else if (criteria instanceof AnyOf any) {
            return any.criteria().stream().flatMap(CriteriaAtoms::of);
        } else if (criteria instanceof Not not) {
            return of(not.criteria());
        }
        return Stream.of(criteria);
    }
}
