package dev.clientele.core.customer;

import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.PersonalDataMask;
import dev.clientele.core.text.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called. Many names don't divide into given and family name, or put the family name first, so only the
 * name to display is required and nothing is ever cut from it.
 *
 * <p>Immutable and thread-safe; personal data, masked in {@link #toString}.
 *
 * @param given the given name, or null if not known apart; at most 100 code points
 * @param family the family name, or null if not known apart; at most 100 code points
 * @param display the whole name as the person writes it; one line of at most 201 code points
 */
public record PersonName(@Nullable String given, @Nullable String family, String display) {
    private static final TextRule PART = TextRule.line(100);
    private static final TextRule WHOLE = TextRule.line(201);

    /** Checks the parts. */
    public PersonName {
        given = given == null ? null : PART.check("given", given);
        family = family == null ? null : PART.check("family", family);
        display = WHOLE.check("display", display);
    }

    /** A given and a family name, displayed in that order. */
    public static PersonName of(String given, String family) {
        return new PersonName(given, family, given.strip() + " " + family.strip());
    }

    /** Returns a given and a family name as displayed together; either alone if the other is null, null without both. */
    public static @Nullable String join(@Nullable String given, @Nullable String family) {
        if (given == null || family == null) {
            return given == null ? family : given;
        }
        return given.strip() + " " + family.strip();
    }

    /** A name that isn't known in parts. */
    public static PersonName of(String display) {
        return new PersonName(null, null, display);
    }

    /** The displayed name folded, with single spaces: what two spellings of one name share. */
    public String key() {
        return CaseFolding.fold(display).replaceAll("[\\s\\p{Z}]+", " ");
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "PersonName[" + PersonalDataMask.MASK + "]";
    }
}
