package dev.clientele.b2b.coverage.team;

import dev.clientele.core.text.TextRule;

/**
 * A role on the team of an account or deal: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record TeamRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** A seller beside the owner. */
    public static final TeamRole CO_SELLER = new TeamRole("co-seller");
    /** An engineer who shows and explains what is sold. */
    public static final TeamRole SALES_ENGINEER = new TeamRole("sales-engineer");
    /** An expert on a product or an industry. */
    public static final TeamRole SPECIALIST = new TeamRole("specialist");
    /** A seller who prepares meetings and offers. */
    public static final TeamRole INSIDE_SALES = new TeamRole("inside-sales");
    /** A manager who sees that the customer gets what was sold. */
    public static final TeamRole CUSTOMER_SUCCESS = new TeamRole("customer-success");
    /** A manager of partners. */
    public static final TeamRole PARTNER_MANAGER = new TeamRole("partner-manager");
    /** A sponsor in the management. */
    public static final TeamRole EXECUTIVE_SPONSOR = new TeamRole("executive-sponsor");

    /** Checks the form. */
    public TeamRole {
        code = CODE.check("member role", code);
    }

    /** Parses a role's code. */
    public static TeamRole parse(String code) {
        return new TeamRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
