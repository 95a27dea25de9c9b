package dev.clientele.b2b.account;

import dev.clientele.core.text.TextRule;

/**
 * As what a person is at an account: one of the constants or a role of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record ContactRole(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Works there. */
    public static final ContactRole EMPLOYEE = new ContactRole("employee");
    /** Leads the business. */
    public static final ContactRole EXECUTIVE = new ContactRole("executive");
    /** Sits on the board. */
    public static final ContactRole BOARD_MEMBER = new ContactRole("board-member");
    /** Looks after money. */
    public static final ContactRole FINANCE = new ContactRole("finance");
    /** Buys. */
    public static final ContactRole PROCUREMENT = new ContactRole("procurement");
    /** Looks after machines and software. */
    public static final ContactRole TECHNICAL = new ContactRole("technical");
    /** Gets the bills. */
    public static final ContactRole BILLING = new ContactRole("billing");
    /** Advises from outside. */
    public static final ContactRole CONSULTANT = new ContactRole("consultant");

    /** Checks the form. */
    public ContactRole {
        code = CODE.check("contact role", code);
    }

    /** A role by its code. */
    public static ContactRole parse(String code) {
        return new ContactRole(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
