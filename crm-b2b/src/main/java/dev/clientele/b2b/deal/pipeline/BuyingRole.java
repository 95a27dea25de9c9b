package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.text.TextRule;

/**
 * The part that a person plays in a purchase: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record BuyingRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Makes the decision. */
    public static final BuyingRole DECISION_MAKER = new BuyingRole("decision-maker");
    /** Holds the budget. */
    public static final BuyingRole ECONOMIC_BUYER = new BuyingRole("economic-buyer");
    /** Sells for us inside. */
    public static final BuyingRole CHAMPION = new BuyingRole("champion");
    /** Is listened to. */
    public static final BuyingRole INFLUENCER = new BuyingRole("influencer");
    /** Judges whether it works. */
    public static final BuyingRole TECHNICAL_EVALUATOR = new BuyingRole("technical-evaluator");
    /** Lets others through, or not. */
    public static final BuyingRole GATEKEEPER = new BuyingRole("gatekeeper");
    /** Will work with it. */
    public static final BuyingRole USER = new BuyingRole("user");
    /** Is against it. */
    public static final BuyingRole BLOCKER = new BuyingRole("blocker");
    /** Stands behind it at the top. */
    public static final BuyingRole EXECUTIVE_SPONSOR = new BuyingRole("executive-sponsor");
    /** Does the buying. */
    public static final BuyingRole PROCUREMENT = new BuyingRole("procurement");

    /** Checks the form. */
    public BuyingRole {
        code = CODE.check("buying role", code);
    }

    /** A role by its code. */
    public static BuyingRole parse(String code) {
        return new BuyingRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
