package dev.clientele.core.interaction;

import dev.clientele.core.entity.Id;
import dev.clientele.core.text.TextRule;
import java.util.Objects;
import java.util.UUID;

/**
 * Who took part in an interaction, and how.
 *
 * @param record the id of the account, contact, person or colleague
 * @param role such as {@code from}, {@code to}, {@code host}, {@code attendee}: at most 40 characters
 */
public record Party(UUID record, String role) {

    private static final TextRule ROLE = TextRule.slug(40);

    /** Checks the role's form. */
    public Party {
        Objects.requireNonNull(record, "record");
        role = ROLE.check("role", role);
    }

    /** This record in this role. */
    public static Party of(Id<?> record, String role) {
        return new Party(record.value(), role);
    }
}
