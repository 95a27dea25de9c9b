package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on the declared fields of one record.
 *
 * <p>The tree is sealed: an interpreter handles the ten node types and is complete. Constants are canonical values: {@code
 * String}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code Instant}, {@code LocalDate}. Users of
 * the library write criteria through typed fields and seldom meet these factories; adapters read the tree.
 *
 * <p>Immutable and thread-safe; {@code equals} is structural.
 */
public sealed interface Criteria permits Comparison, In, Prefix, Containing, Has, Missing, Not, AllOf, AnyOf {

    /** Holds of every record. */
    static Criteria always() {
        return AllOf.EMPTY;
    }

    /** Holds of no record. */
    static Criteria never() {
        return AnyOf.EMPTY;
    }

    /** The field has exactly this value. */
    static Criteria equal(String field, Object value) {
        return new Comparison(field, Operator.EQUAL, value);
    }

    /** The field compares to the value as the operator says; the value may be a {@link RelativeTime}. */
    static Criteria compare(String field, Operator operator, Object value) {
        return new Comparison(field, operator, value);
    }

    /** The field has one of these values; none given means never. */
    static Criteria in(String field, Collection<?> values) {
        return new In(field, List.copyOf(new LinkedHashSet<Object>(values)));
    }

    /** The text starts with this prefix, literally; the empty prefix holds of every present text. */
    static Criteria prefix(String field, String prefix) {
        return new Prefix(field, prefix);
    }

    /** The text contains this part, literally; the empty part is in every present text. */
    static Criteria containing(String field, String part) {
        return new Containing(field, part);
    }

    /** The text set has this element. */
    static Criteria has(String field, String element) {
        return new Has(field, element);
    }

    /** The field has no value. An empty text set counts as missing. */
    static Criteria missing(String field) {
        return new Missing(field);
    }

    /** Plain negation. */
    static Criteria not(Criteria criteria) {
        return criteria instanceof Not not ? not.criteria() : new Not(criteria);
    }

    /** All of these hold. */
    static Criteria allOf(Collection<? extends Criteria> all) {
        return all.size() == 1 ? all.iterator().next() : new AllOf(List.copyOf(all));
    }

    /** At least one of these holds. */
    static Criteria anyOf(Collection<? extends Criteria> any) {
        return any.size() == 1 ? any.iterator().next() : new AnyOf(List.copyOf(any));
    }

    /** This and the other. */
    default Criteria and(Criteria other) {
        return AllOf.join(this, other);
    }

    /** This or the other. */
    default Criteria or(Criteria other) {
        return AnyOf.join(this, other);
    }

    /** Not this. */
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

    /** This criteria with every {@link RelativeTime} replaced by the constant it means at {@code now}. */
    Criteria resolvedAt(Instant now);

    /** The names of all fields that this mentions, in order of first mention. */
    default Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        CriteriaTree.fields(this, names);
        return names;
    }

    /** How deep the tree is: 1 for an atom. */
    default int depth() {
        return CriteriaTree.depth(this);
    }

    /** How many nodes the tree has, each value of an {@link In} not counted. */
    default int size() {
        return CriteriaTree.size(this);
    }
}
