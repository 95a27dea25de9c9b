package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts sets of short texts. */
public final class TextSetCodec extends FieldCodec<Set<String>> {

    private static final int MAX_ELEMENTS = 1000;

    private final TextRule rule;

    /** Creates a codec for sets whose elements keep to a rule. */
    public TextSetCodec(FieldHeader header, TextRule rule) {
        super(header, DeclaredField.textSet(header.name(), rule.maxCodePoints()));
        this.rule = rule;
    }

    @Override
    public Set<String> check(Set<String> value) {
        if (value.size() > MAX_ELEMENTS) {
            throw ColumnRules.tooMany(name(), MAX_ELEMENTS, "elements", value.size());
        }
        if (value.size() == 1) {
            return Set.of(checkElement(value.iterator().next()));
        }
        Set<String> checked = new TreeSet<>();
        for (String element : value) {
            checked.add(checkElement(element));
        }
        return Collections.unmodifiableSet(checked);
    }

    private String checkElement(@Nullable String element) {
        if (element == null) {
            throw new InvalidValueException(name(), ViolationCode.REQUIRED, "must have no null among its elements");
        }
        return rule.check(name(), element);
    }

    @Override
    boolean isEmptyValue(Set<String> checked) {
        return checked.isEmpty();
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
    Object toJson(Set<String> value) {
        return List.copyOf(value);
    }

    @Override
    Set<String> fromJson(Object json) {
        Set<String> texts = new TreeSet<>();
        ((Collection<?>) json).forEach(element -> texts.add((String) element));
        return Collections.unmodifiableSet(texts);
    }

    @Override
    String jsonForm() {
        return "a list of texts";
    }

    @Override
    public String toText(Set<String> value) {
        return value.stream()
                .map(element -> element.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    @Override
    public Set<String> fromText(String text) {
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
    public String textForm() {
        return "texts separated by semicolons";
    }
}
