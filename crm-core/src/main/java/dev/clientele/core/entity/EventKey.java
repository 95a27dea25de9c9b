package dev.clientele.core.entity;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;

/** The idempotency key of an event: where it comes from and its id there. */
final class EventKey {

    private static final TextRule SOURCE = TextRule.key(64);
    private static final TextRule EXTERNAL_ID = TextRule.key(200);

    private EventKey() {}

    static String of(String source, String externalId) {
        String checked = SOURCE.check("source", source);
        if (checked.indexOf(':') >= 0) {
            throw new InvalidValueException("source", ViolationCode.CHARACTER, "must not contain a colon");
        }
        return checked + ":" + EXTERNAL_ID.check("externalId", externalId);
    }
}
