package dev.clientele.core.entity;

import dev.clientele.core.codec.TextSetCodec;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A set of short texts, such as tags. The empty set is the same as no value.
 *
 * @param <T> the record type that declares it
 */
public final class TextSetField<T> extends Field<T, Set<String>> {

    private final TextRule rule;

    TextSetField(String name, TextRule rule, Set<Trait> traits) {
        super(new TextSetCodec(header(name, traits), rule), traits);
        this.rule = rule;
    }

    /** Returns criteria for the records whose set has this element. */
    public Criteria has(String element) {
        return Criteria.has(name(), rule.check(name(), element));
    }

    /** Returns criteria for the records whose set has all of these elements; for all records if there are none. */
    public Criteria hasAll(Collection<String> elements) {
        return Criteria.allOf(each(elements));
    }

    /** Returns criteria for the records whose set has at least one of these elements; for none if there are none. */
    public Criteria hasAny(Collection<String> elements) {
        return Criteria.hasAny(
                name(),
                elements.stream().map(element -> rule.check(name(), element)).toList());
    }

    /** Returns them in one order, whichever they are given in. */
    private List<Criteria> each(Collection<String> elements) {
        return elements.stream()
                .distinct()
                .sorted(ValueOrder.TEXT)
                .map(this::has)
                .toList();
    }
}
