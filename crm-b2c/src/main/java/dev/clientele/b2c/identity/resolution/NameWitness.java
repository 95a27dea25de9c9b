package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import dev.clientele.b2c.person.Person;
import org.jspecify.annotations.Nullable;

/** A name as far as two writings of it agree as a rule: the first letter of the given name, and the sound of the family name. */
final class NameWitness {

    private static final ValueComparison PART = ValueComparison.of(AttributeKind.FAMILY);
    private static final ValueComparison WHOLE = ValueComparison.of(AttributeKind.NAME);

    private NameWitness() {}

    /** Returns the witness; null where there is no name. */
    static @Nullable String of(Person person) {
        ComparedValue given = PART.prepare(person.get(Person.GIVEN_NAME));
        ComparedValue family = PART.prepare(person.get(Person.FAMILY_NAME));
        if (given != null || family != null) {
            return of(given) + " " + sound(family);
        }
        ComparedValue whole = WHOLE.prepare(person.get(Person.NAME));
        if (whole == null || whole.wordCount() == 0) {
            return null;
        }
        ComparedValue last = PART.prepare(whole.word(whole.wordCount() - 1));
        return (whole.wordCount() > 1 ? start(whole.word(0)) : "") + " " + sound(last);
    }

    private static String of(@Nullable ComparedValue given) {
        return given == null ? "" : start(given.text());
    }

    private static String start(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static String sound(@Nullable ComparedValue family) {
        if (family == null) {
            return "";
        }
        String sound = family.sound();
        return sound == null ? family.text() : sound;
    }
}
