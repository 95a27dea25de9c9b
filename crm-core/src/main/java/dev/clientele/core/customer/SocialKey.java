package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;

/** The form of a handle on a network by which it is matched: {@code network:handle}. */
final class SocialKey {
    private static final TextRule NETWORK = TextRule.slug(32);

    private SocialKey() {}

    static String of(String networkAndHandle) {
        int colon = networkAndHandle.indexOf(':');
        if (colon < 0) {
            throw new InvalidValueException(
                    "social", ViolationCode.FORM, "must be a network, a colon and a handle, got no colon");
        }
        String network = NETWORK.check("network", networkAndHandle.substring(0, colon));
        String handle = networkAndHandle.substring(colon + 1);
        String bare = handle.startsWith("@") ? handle.substring(1) : handle;
        if (bare.isEmpty() || bare.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new InvalidValueException(
                    "handle", ViolationCode.FORM, "must be a name without spaces, got none or several words");
        }
        return network + ":" + CaseFolding.fold(bare);
    }
}
