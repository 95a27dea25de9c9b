package dev.clientele.b2b.partner;

import dev.clientele.core.text.TextRule;

/**
 * In which way a partner sells with us: one of the constants or a type of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record PartnerType(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Buys from us and sells to customers in its own name. */
    public static final PartnerType RESELLER = new PartnerType("reseller");
    /** Buys from us and sells to resellers. */
    public static final PartnerType DISTRIBUTOR = new PartnerType("distributor");
    /** Brings customers whom we sell to, one by one. */
    public static final PartnerType REFERRAL = new PartnerType("referral");
    /** Sends customers by links and advertisements. */
    public static final PartnerType AFFILIATE = new PartnerType("affiliate");

    /** Checks the form. */
    public PartnerType {
        code = CODE.check("partner type", code);
    }

    /** A type by its code. */
    public static PartnerType parse(String code) {
        return new PartnerType(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
