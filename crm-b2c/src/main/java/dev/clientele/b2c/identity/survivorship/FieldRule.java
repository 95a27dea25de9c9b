package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Field;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rule by which a field of a person is chosen from what several records say. Immutable and thread-safe.
 *
 * @param field the name of the field; that of the whole name stands for its parts too, which come from one record
 * @param choice the way to choose; of a list or set, all elements are kept and it says which come first, and whose writing counts
 * @param sources the most trusted first, those that aren't named follow; empty for the order that all fields share
 * @param handFirst whether what people entered counts before everything else
 */
public record FieldRule(String field, SurvivorshipChoice choice, List<String> sources, boolean handFirst) {

    private static final Set<String> NAME_PARTS = Set.of(Person.GIVEN_NAME.name(), Person.FAMILY_NAME.name());

    /** Copies the sources. */
    public FieldRule {
        field = NAME_PARTS.contains(field) ? Person.NAME.name() : field;
        Objects.requireNonNull(choice, "choice");
        sources = List.copyOf(sources);
    }

    /** Returns the rule of a field, with the order of sources that all fields share, and what people entered first. */
    public static FieldRule of(Field<Person, ?> field, SurvivorshipChoice choice) {
        return new FieldRule(field.name(), choice, List.of(), true);
    }

    /** Returns this rule with an order of sources of its own, the most trusted first. */
    public FieldRule trusting(String... mostFirst) {
        return new FieldRule(field, choice, List.of(mostFirst), handFirst);
    }

    /** Returns this rule with what people entered as one source among others. */
    public FieldRule withoutHandFirst() {
        return new FieldRule(field, choice, sources, false);
    }
}
