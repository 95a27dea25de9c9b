package dev.clientele.core.tenantfield;

import dev.clientele.core.text.TextRule;

/**
 * One of the codes of a {@link TenantFieldKind#CHOICE}.
 *
 * @param code the stored value, 1 to 64 characters
 * @param label the word that people read, 1 to 200 characters
 */
public record TenantFieldCode(String code, String label) {

    private static final TextRule CODE = TextRule.key(64);
    private static final TextRule LABEL = TextRule.line(200);

    /**
     * Checks code and label.
     *
     * @throws dev.clientele.core.error.InvalidValueException if one is blank or too long
     */
    public TenantFieldCode {
        code = CODE.check("code", code);
        label = LABEL.check("label", label);
    }
}
