package dev.clientele.b2b.account;

import dev.clientele.core.text.TextRule;

/**
 * A person's role at an account: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record ContactRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** A member of staff. */
    public static final ContactRole EMPLOYEE = new ContactRole("employee");
    /** A member of the management. */
    public static final ContactRole EXECUTIVE = new ContactRole("executive");
    /** A member of the board. */
    public static final ContactRole BOARD_MEMBER = new ContactRole("board-member");
    /** A person responsible for finance. */
    public static final ContactRole FINANCE = new ContactRole("finance");
    /** A person responsible for buying. */
    public static final ContactRole PROCUREMENT = new ContactRole("procurement");
    /** A person responsible for machines and software. */
    public static final ContactRole TECHNICAL = new ContactRole("technical");
    /** The recipient of bills. */
    public static final ContactRole BILLING = new ContactRole("billing");
    /** An adviser from outside. */
    public static final ContactRole CONSULTANT = new ContactRole("consultant");

    /** Checks the form. */
    public ContactRole {
        code = CODE.check("contact role", code);
    }

    /** Parses a role's code. */
    public static ContactRole parse(String code) {
        return new ContactRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
