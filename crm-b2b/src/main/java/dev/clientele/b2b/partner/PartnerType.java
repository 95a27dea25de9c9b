package dev.clientele.b2b.partner;

import dev.clientele.core.text.TextRule;

/**
 * A type of partner: one of the constants or a type of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and single hyphens, a letter first, at most 40
 */
public record PartnerType(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** A partner that buys from the host and sells to customers in its own name. */
    public static final PartnerType RESELLER = new PartnerType("reseller");
    /** A partner that buys from the host and sells to resellers. */
    public static final PartnerType DISTRIBUTOR = new PartnerType("distributor");
    /** A partner that brings customers, one by one, whom the host sells to. */
    public static final PartnerType REFERRAL = new PartnerType("referral");
    /** A partner that sends customers by links and advertisements. */
    public static final PartnerType AFFILIATE = new PartnerType("affiliate");

    /** Checks the form. */
    public PartnerType {
        code = CODE.check("partner type", code);
    }

    /** Parses a type's code. */
    public static PartnerType parse(String code) {
        return new PartnerType(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
