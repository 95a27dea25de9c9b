package dev.clientele.persistence.criteria;

import java.util.List;
import java.util.Set;

/** Traversals of a criteria tree: its fields, depth and size. */
final class CriteriaTree {

    private CriteriaTree() {}

    static List<Criteria> children(Criteria criteria) {
        if (criteria instanceof AllOf all) {
            return all.criteria();
        } else if (criteria instanceof AnyOf any) {
            return any.criteria();
        } else if (criteria instanceof Not not) {
            return List.of(not.criteria());
        }
        return List.of();
    }

    static void fields(Criteria criteria, Set<String> into) {
        String field = field(criteria);
        if (!field.isEmpty()) {
            into.add(field);
        }
        children(criteria).forEach(child -> fields(child, into));
    }

    static int depth(Criteria criteria) {
        return 1
                + children(criteria).stream()
                        .mapToInt(CriteriaTree::depth)
                        .max()
                        .orElse(0);
    }

    static int size(Criteria criteria) {
        return 1 + children(criteria).stream().mapToInt(CriteriaTree::size).sum();
    }

    private static String field(Criteria criteria) {
        if (criteria instanceof Comparison atom) {
            return atom.field();
        } else if (criteria instanceof In atom) {
            return atom.field();
        } else if (criteria instanceof Prefix atom) {
            return atom.field();
        } else if (criteria instanceof Containing atom) {
            return atom.field();
        } else if (criteria instanceof Has atom) {
            return atom.field();
        } else if (criteria instanceof HasAny atom) {
            return atom.field();
        } else if (criteria instanceof Missing atom) {
            return atom.field();
        }
        return "";
    }
}
