package dev.clientele.b2c.person;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import java.util.Set;
import java.util.TreeSet;

/** The identity that a person has in another system, as one text. */
final class SourceKey {

    static final int MAX_ID_LENGTH = 200;

    private static final TextRule SOURCE = TextRule.key(64);
    private static final TextRule EXTERNAL_ID = TextRule.key(MAX_ID_LENGTH);

    static final int MAX_LENGTH = 265;

    private SourceKey() {}

    static String of(String source, String externalId) {
        String checked = SOURCE.check("source", source);
        if (checked.indexOf(':') >= 0) {
            throw new InvalidValueException("source", ViolationCode.CHARACTER, "must not contain a colon");
        }
        return checked + ":" + EXTERNAL_ID.check("externalId", externalId);
    }

    static Set<String> withKey(Set<String> keys, String source, String externalId) {
        Set<String> more = new TreeSet<>(keys);
        more.add(of(source, externalId));
        return more;
    }
}
