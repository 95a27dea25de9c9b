package dev.clientele.core.customer;

import dev.clientele.core.text.TextRule;

/**
 * What sort of customer: an account, a person, or a kind that a host adds, such as a household.
 *
 * @param name lower-case letters, digits and single hyphens, a letter first; at most 32
 */
public record CustomerKind(String name) {
    /** A business that one sells to. */
    public static final CustomerKind ACCOUNT = new CustomerKind("account");
    /** A consumer. */
    public static final CustomerKind PERSON = new CustomerKind("person");

    /** Checks the name. */
    public CustomerKind {
        name = rule().check("name", name);
    }

    /** The kind of this name. */
    public static CustomerKind of(String name) {
        return new CustomerKind(name);
    }

    /** The name; {@link #of} reads it. */
    @Override
    public String toString() {
        return name;
    }

    private static TextRule rule() {
        return TextRule.slug(32);
    }
}
