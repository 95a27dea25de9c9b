package dev.clientele.b2c.identity.record;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.text.PersonalDataMask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A statement of a system about a person at one time. Immutable and thread-safe.
 *
 * @param saidAt the instant that the system names
 * @param identifiers by which the system knows the person, each once
 * @param attributes raw texts to compare beyond what the person's fields say, by the name of the attribute
 * @param person values of a person's fields, as JSON data
 * @param edits what people did beyond giving values, by the name of the field; only of what is entered by hand
 */
public record Statement(
        Instant saidAt,
        List<Identifier> identifiers,
        Map<String, String> attributes,
        Map<String, Object> person,
        Map<String, HandEdit> edits) {

    /** The most identifiers of one statement. */
    public static final int MAX_IDENTIFIERS = 200;
    /** The most attributes of one statement. */
    public static final int MAX_ATTRIBUTES = 50;
    /** The most characters of an attribute. */
    public static final int MAX_ATTRIBUTE_LENGTH = 1000;

    /** The earlier first; of two of one time the one whose text comes first, so that the last is the same in any order of arrival. */
    static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::saidAt).thenComparing(Statement::text);

    /** Copies, sorts and checks the limits. */
    public Statement {
        Objects.requireNonNull(saidAt, "saidAt");
        identifiers = sorted(identifiers);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        person = Collections.unmodifiableMap(new LinkedHashMap<>(person));
        edits = Collections.unmodifiableMap(new TreeMap<>(edits));
        if (identifiers.size() > MAX_IDENTIFIERS) {
            throw InvalidValueException.tooMany("identifiers", MAX_IDENTIFIERS, identifiers.size());
        }
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw InvalidValueException.tooMany("attributes", MAX_ATTRIBUTES, attributes.size());
        }
        attributes.values().forEach(value -> {
            if (value.length() > MAX_ATTRIBUTE_LENGTH) {
                throw new InvalidValueException(
                        "attributes",
                        "length",
                        "must have at most " + MAX_ATTRIBUTE_LENGTH + " characters, got " + value.length());
            }
        });
    }

    private static List<Identifier> sorted(List<Identifier> identifiers) {
        Map<String, Identifier> distinct = new TreeMap<>();
        for (Identifier each : identifiers) {
            distinct.merge(each.type() + ':' + each.value(), each, (one, other) -> one.verified() ? one : other);
        }
        return List.copyOf(distinct.values());
    }

    static Statement nothing(Instant saidAt) {
        return new Statement(saidAt, List.of(), Map.of(), Map.of(), Map.of());
    }

    Statement with(Identifier identifier) {
        List<Identifier> more = new ArrayList<>(identifiers);
        more.add(identifier);
        return new Statement(saidAt, more, attributes, person, edits);
    }

    Statement withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Statement(saidAt, identifiers, more, person, edits);
    }

    Statement withPerson(Map<String, Object> json) {
        return new Statement(saidAt, identifiers, attributes, json, edits);
    }

    Statement at(Instant instant) {
        return new Statement(instant, identifiers, attributes, person, edits);
    }

    /** Returns this with what people did beyond giving values, in place of what it has of that. */
    public Statement withEdits(Map<String, HandEdit> done) {
        return new Statement(saidAt, identifiers, attributes, person, done);
    }

    /** Returns whether both say the same, at whatever time. */
    boolean saysSame(Statement other) {
        return text().equals(other.text());
    }

    /** All that is said, in one order. */
    String text() {
        StringBuilder text = new StringBuilder();
        identifiers.forEach(each -> text.append(each.type())
                .append(':')
                .append(each.value())
                .append(each.verified() ? "!" : "")
                .append('\n'));
        text.append(attributes).append('\n').append(canonical(person));
        if (!edits.isEmpty()) {
            text.append('\n').append(edits);
        }
        return text.toString();
    }

    private static Object canonical(Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, value) -> sorted.put((String) name, canonical(value)));
            return sorted;
        }
        return json instanceof List<?> list
                ? list.stream().map(Statement::canonical).toList()
                : json;
    }

    /** Hides what is said. */
    @Override
    public String toString() {
        return "Statement[" + saidAt + " " + PersonalDataMask.MASK + ", identifiers=" + identifiers.size() + "]";
    }
}
