package dev.clientele.core.entity;

import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of short texts, such as tags. The empty set is the same as no value.
 *
 * @param <T> the record type that declares it
 */
public final class TextSetField<T> extends Field<T, Set<String>> {

    private static final int MAX_ELEMENTS = 1000;

    private final DeclaredField column;
    private final TextRule rule;

    TextSetField(String name, int limit, Set<Trait> traits) {
        super(name, traits);
        this.column = DeclaredField.textSet(name, limit);
        this.rule = TextRule.key(limit);
    }

    /** Records whose set has this element. */
    public Criteria has(String element) {
        return Criteria.has(name(), rule.check(name(), element));
    }

    /** Records whose set has all of these elements; all records if there are none. */
    public Criteria hasAll(Collection<String> elements) {
        return Criteria.allOf(each(elements));
    }

    /** Records whose set has at least one of these elements. */
    public Criteria hasAny(Collection<String> elements) {
        return Criteria.anyOf(each(elements));
    }

    /** In one order, whichever they are given in. */
    private List<Criteria> each(Collection<String> elements) {
        return elements.stream()
                .distinct()
                .sorted(ValueOrder.TEXT)
                .map(this::has)
                .toList();
    }

    @Override
    public Set<String> check(Set<String> value) {
        if (value.size() > MAX_ELEMENTS) {
            throw new IllegalArgumentException(
                    name() + " must have at most " + MAX_ELEMENTS + " elements, got " + value.size());
        }
        Set<String> checked = new TreeSet<>();
        for (String element : value) {
            if (element == null) {
                throw new IllegalArgumentException(name() + " must have no null among its elements");
            }
            checked.add(rule.check(name(), element));
        }
        return Collections.unmodifiableSet(checked);
    }

    @Override
    boolean isEmptyValue(Set<String> checked) {
        return checked.isEmpty();
    }

    @Override
    List<DeclaredField> columns() {
        return List.of(column);
    }

    @Override
    void encode(Set<String> value, Map<String, Object> into) {
        if (!value.isEmpty()) {
            into.put(name(), value);
        }
    }

    @Override
    @Nullable
    Set<String> decode(FieldReader columns) {
        Object stored = columns.read(name());
        return stored == null ? null : fromJson(stored);
    }

    @Override
    String toText(Set<String> value) {
        return value.stream()
                .map(element -> element.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    @Override
    Set<String> fromText(String text) {
        Set<String> elements = new TreeSet<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\' && i + 1 < text.length()) {
                element.append(text.charAt(++i));
            } else if (next == ';') {
                addTo(elements, element);
            } else {
                element.append(next);
            }
        }
        addTo(elements, element);
        return elements;
    }

    private static void addTo(Set<String> elements, StringBuilder element) {
        if (!element.toString().isBlank()) {
            elements.add(element.toString());
        }
        element.setLength(0);
    }

    @Override
    String textForm() {
        return "texts separated by semicolons";
    }

    @Override
    Object toJson(Set<String> value) {
        return List.copyOf(value);
    }

    @Override
    Set<String> fromJson(Object json) {
        Set<String> texts = new TreeSet<>();
        ((Collection<?>) json).forEach(element -> texts.add((String) element));
        return Collections.unmodifiableSet(texts);
    }
}
