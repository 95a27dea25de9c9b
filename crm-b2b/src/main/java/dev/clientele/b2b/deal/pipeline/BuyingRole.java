package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.text.TextRule;

/**
 * The role of a person in a purchase: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record BuyingRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** The person who makes the decision. */
    public static final BuyingRole DECISION_MAKER = new BuyingRole("decision-maker");
    /** The person who holds the budget. */
    public static final BuyingRole ECONOMIC_BUYER = new BuyingRole("economic-buyer");
    /** The person who sells for the host inside. */
    public static final BuyingRole CHAMPION = new BuyingRole("champion");
    /** A person whose opinion counts. */
    public static final BuyingRole INFLUENCER = new BuyingRole("influencer");
    /** The person who judges whether it works. */
    public static final BuyingRole TECHNICAL_EVALUATOR = new BuyingRole("technical-evaluator");
    /** A person who controls access to others. */
    public static final BuyingRole GATEKEEPER = new BuyingRole("gatekeeper");
    /** A person who will work with it. */
    public static final BuyingRole USER = new BuyingRole("user");
    /** A person who is against it. */
    public static final BuyingRole BLOCKER = new BuyingRole("blocker");
    /** A person in the management who stands behind it. */
    public static final BuyingRole EXECUTIVE_SPONSOR = new BuyingRole("executive-sponsor");
    /** The person who does the buying. */
    public static final BuyingRole PROCUREMENT = new BuyingRole("procurement");

    /** Checks the form. */
    public BuyingRole {
        code = CODE.check("buying role", code);
    }

    /** Parses a role's code. */
    public static BuyingRole parse(String code) {
        return new BuyingRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
