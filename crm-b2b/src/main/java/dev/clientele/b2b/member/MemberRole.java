package dev.clientele.b2b.member;

import dev.clientele.core.text.TextRule;

/**
 * What somebody does for an account or a deal: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record MemberRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Sells beside the owner. */
    public static final MemberRole CO_SELLER = new MemberRole("co-seller");
    /** Shows and explains what is sold. */
    public static final MemberRole SALES_ENGINEER = new MemberRole("sales-engineer");
    /** Knows a product or a trade. */
    public static final MemberRole SPECIALIST = new MemberRole("specialist");
    /** Prepares meetings and offers. */
    public static final MemberRole INSIDE_SALES = new MemberRole("inside-sales");
    /** Sees that the customer gets what was sold. */
    public static final MemberRole CUSTOMER_SUCCESS = new MemberRole("customer-success");
    /** Looks after a partner. */
    public static final MemberRole PARTNER_MANAGER = new MemberRole("partner-manager");
    /** Stands behind it at the top. */
    public static final MemberRole EXECUTIVE_SPONSOR = new MemberRole("executive-sponsor");

    /** Checks the form. */
    public MemberRole {
        code = CODE.check("member role", code);
    }

    /** A role by its code. */
    public static MemberRole parse(String code) {
        return new MemberRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
