package dev.clientele.b2b.coverage.team;

import dev.clientele.core.text.TextRule;

/**
 * What somebody does for an account or a deal: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record TeamRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Sells beside the owner. */
    public static final TeamRole CO_SELLER = new TeamRole("co-seller");
    /** Shows and explains what is sold. */
    public static final TeamRole SALES_ENGINEER = new TeamRole("sales-engineer");
    /** Knows a product or a trade. */
    public static final TeamRole SPECIALIST = new TeamRole("specialist");
    /** Prepares meetings and offers. */
    public static final TeamRole INSIDE_SALES = new TeamRole("inside-sales");
    /** Sees that the customer gets what was sold. */
    public static final TeamRole CUSTOMER_SUCCESS = new TeamRole("customer-success");
    /** Looks after a partner. */
    public static final TeamRole PARTNER_MANAGER = new TeamRole("partner-manager");
    /** Stands behind it at the top. */
    public static final TeamRole EXECUTIVE_SPONSOR = new TeamRole("executive-sponsor");

    /** Checks the form. */
    public TeamRole {
        code = CODE.check("member role", code);
    }

    /** A role by its code. */
    public static TeamRole parse(String code) {
        return new TeamRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
