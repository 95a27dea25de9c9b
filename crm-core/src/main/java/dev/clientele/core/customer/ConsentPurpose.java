package dev.clientele.core.customer;

import dev.clientele.core.text.TextRule;

/**
 * What a customer is contacted for. Keep what a customer may refuse apart from what the contract needs: marketing and
 * order updates are two purposes.
 *
 * @param name lower-case letters, digits and single hyphens, a letter first; at most 64
 */
public record ConsentPurpose(String name) {
    /** Offers and news. */
    public static final ConsentPurpose MARKETING = new ConsentPurpose("marketing");
    /** Messages about an order or a contract. */
    public static final ConsentPurpose ORDER_UPDATES = new ConsentPurpose("order-updates");
    /** Surveys. */
    public static final ConsentPurpose RESEARCH = new ConsentPurpose("research");
    /** Scores and segments about this customer alone. */
    public static final ConsentPurpose PROFILING = new ConsentPurpose("profiling");

    /** Checks the name. */
    public ConsentPurpose {
        name = rule().check("name", name);
    }

    /** The purpose of this name. */
    public static ConsentPurpose of(String name) {
        return new ConsentPurpose(name);
    }

    /** The name; {@link #of} reads it. */
    @Override
    public String toString() {
        return name;
    }

    private static TextRule rule() {
        return TextRule.slug(64);
    }
}
