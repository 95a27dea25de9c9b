package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A criteria as this adapter takes it: the atoms that lead to an index, and the test of what was found there. */
final class Question {

    private final Criteria where;
    private final Set<Fault> faults;

    Question(Criteria where, Set<Fault> faults) {
        this.where = where;
        this.faults = faults;
    }

    /** Returns the atoms that all have to hold. */
    List<Criteria> conjuncts() {
        List<Criteria> atoms = new ArrayList<>();
        collect(where, atoms);
        return atoms;
    }

    private static void collect(Criteria criteria, List<Criteria> atoms) {
        if (criteria instanceof AllOf all) {
            all.criteria().forEach(part -> collect(part, atoms));
        } else {
            atoms.add(criteria);
        }
    }

    /** Tests a record that was found by an atom, which needs no test any more, or by none. */
    boolean test(FieldReader record, @Nullable Criteria foundBy) {
        return foundBy == null
                ? meets(where, record)
                : conjuncts().stream()
                        .filter(atom -> !atom.equals(foundBy) && !isForgotten(atom, foundBy))
                        .allMatch(atom -> meets(atom, record));
    }

    private boolean isForgotten(Criteria atom, Criteria foundBy) {
        return faults.contains(Fault.EQUALITY_NOT_TESTED_AGAIN)
                && atom instanceof Comparison other
                && other.operator() == Operator.EQUAL
                && foundBy instanceof Comparison found
                && other.field().equals(found.field());
    }

    private boolean meets(Criteria criteria, FieldReader record) {
        if (criteria instanceof AllOf all) {
            List<Criteria> parts = all.criteria();
            if (faults.contains(Fault.LAST_BOUND_COUNTS)) {
                Map<String, Criteria> last = new LinkedHashMap<>();
                parts.forEach(part -> last.put(bound(part), part));
                parts = List.copyOf(last.values());
            }
            return parts.stream().allMatch(part -> meets(part, record));
        } else if (criteria instanceof AnyOf any) {
            return any.criteria().stream().anyMatch(part -> meets(part, record));
        } else if (criteria instanceof Not not) {
            return !meets(not.criteria(), record);
        } else if (criteria instanceof HasAny any) {
            return meets(any, record);
        }
        return criteria.test(record);
    }

    private boolean meets(HasAny any, FieldReader record) {
        if (any.elements().isEmpty() && faults.contains(Fault.HAS_ANY_OF_NOTHING_HOLDS)) {
            return true;
        } else if (faults.contains(Fault.HAS_ANY_MEANS_ALL)) {
            return !any.elements().isEmpty()
                    && record.read(any.field()) instanceof Set<?> set
                    && set.containsAll(any.elements());
        } else if (faults.contains(Fault.HAS_ANY_WITHOUT_CASE)) {
            return record.read(any.field()) instanceof Set<?> set
                    && any.elements().stream()
                            .anyMatch(wanted -> set.stream().anyMatch(each -> wanted.equalsIgnoreCase((String) each)));
        }
        return any.test(record);
    }

    private static String bound(Criteria criteria) {
        return criteria instanceof Comparison comparison && comparison.operator() != Operator.EQUAL
                ? comparison.field()
                        + (comparison.operator() == Operator.ABOVE || comparison.operator() == Operator.AT_LEAST)
                : criteria.toString();
    }
}
