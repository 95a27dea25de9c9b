package dev.clientele.core.interaction;

import dev.clientele.core.text.TextRule;

/**
 * A named detail of an interaction.
 *
 * @param name 1 to 80 characters
 * @param value up to 4,000 code points
 */
public record Attribute(String name, String value) {

    private static final TextRule NAME = TextRule.key(80);
    private static final TextRule VALUE = TextRule.body(4000);

    /** Checks both. */
    public Attribute {
        name = NAME.check("attribute name", name);
        value = VALUE.check("attribute " + name, value);
    }
}
