package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on the declared fields of one record.
 *
 * <p>The tree is sealed: an interpreter that handles the ten node types is complete. Constants are canonical values: {@code
 * String}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code Instant}, {@code LocalDate}. Users of
 * the library write criteria through typed fields and seldom meet these factories; adapters read the tree.
 *
 * <p>Immutable and thread-safe; {@code equals} is structural.
 */
public sealed interface Criteria permits Comparison, In, Prefix, Containing, Has, HasAny, Missing, Not, AllOf, AnyOf {

    /** Returns the criteria that every record meets. */
    static Criteria always() {
        return AllOf.EMPTY;
    }

    /** Returns the criteria that no record meets. */
    static Criteria never() {
        return AnyOf.EMPTY;
    }

    /** Returns the criteria that the field has exactly this value. */
    static Criteria equal(String field, Object value) {
        return new Comparison(field, Operator.EQUAL, value);
    }

    /**
     * Returns the criteria that the field compares to a value, which may be a {@link RelativeTime}, as the operator says.
     */
    static Criteria compare(String field, Operator operator, Object value) {
        return new Comparison(field, operator, value);
    }

    /** Returns the criteria that the field has one of these values; none given means never. */
    static Criteria in(String field, Collection<?> values) {
        return new In(field, List.copyOf(new LinkedHashSet<Object>(values)));
    }

    /** Returns the criteria that the text starts with a prefix, literally; every present text starts with the empty one. */
    static Criteria prefix(String field, String prefix) {
        return new Prefix(field, prefix);
    }

    /** Returns the criteria that the text contains a part, literally; the empty part is in every present text. */
    static Criteria containing(String field, String part) {
        return new Containing(field, part);
    }

    /** Returns the criteria that the text set has this element. */
    static Criteria has(String field, String element) {
        return new Has(field, element);
    }

    /** Returns the criteria that the text set has at least one of these elements; none given means never. */
    static Criteria hasAny(String field, Collection<String> elements) {
        return new HasAny(field, Set.copyOf(elements));
    }

    /** Returns the criteria that the field has no value. An empty text set counts as missing. */
    static Criteria missing(String field) {
        return new Missing(field);
    }

    /** Returns the plain negation of a criteria. */
    static Criteria not(Criteria criteria) {
        return criteria instanceof Not not ? not.criteria() : new Not(criteria);
    }

    /** Returns the criteria that all of these hold. */
    static Criteria allOf(Collection<? extends Criteria> all) {
        return all.size() == 1 ? all.iterator().next() : new AllOf(List.copyOf(all));
    }

    /** Returns the criteria that at least one of these holds. */
    static Criteria anyOf(Collection<? extends Criteria> any) {
        return any.size() == 1 ? any.iterator().next() : new AnyOf(List.copyOf(any));
    }

    /** Returns the criteria that this and the other hold. */
    default Criteria and(Criteria other) {
        return AllOf.join(this, other);
    }

    /** Returns the criteria that this or the other holds. */
    default Criteria or(Criteria other) {
        return AnyOf.join(this, other);
    }

    /** Returns the plain negation of this. */
    default Criteria negate() {
        return not(this);
    }

    /**
     * Evaluates this on one record: the definition that every other interpreter is held to.
     *
     * @throws IllegalArgumentException if a value isn't of the type of the constant it is compared with, or if a {@link
     *     RelativeTime} hasn't been resolved
     */
    boolean test(FieldReader record);

    /** Returns this criteria with every {@link RelativeTime} replaced by the constant it means at {@code now}. */
    Criteria resolvedAt(Instant now);

    /** Returns the names of all fields that this mentions, in order of first mention. */
    default Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        CriteriaTree.fields(this, names);
        return names;
    }

    /** Returns the depth of the tree: 1 for an atom. */
    default int depth() {
        return CriteriaTree.depth(this);
    }

    /** Returns the number of the tree's nodes; the values of an {@link In} don't count. */
    default int size() {
        return CriteriaTree.size(this);
    }
}
