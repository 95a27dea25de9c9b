package dev.clientele.core.customer;

import dev.clientele.core.text.TextRule;
import java.util.Locale;

/** The kinds of {@link ContactPoint}. Letters go to a {@link PostalAddress}. */
public enum ContactPointKind {
    /** An e-mail address. */
    EMAIL("e-mail", 254) {
        @Override
        String keyOf(String original) {
            return EmailKey.of(original);
        }
    },
    /** A phone number. */
    PHONE("phone", 64) {
        @Override
        String keyOf(String original) {
            return PhoneKey.of(original, null);
        }

        @Override
        boolean isKeyOf(String key, String original) {
            return PhoneKey.isKey(key);
        }
    },
    /** A web page or site. */
    WEB("web", 2048) {
        @Override
        String keyOf(String original) {
            return WebKey.of(original);
        }
    },
    /** A handle on a network. */
    SOCIAL("social", 200) {
        @Override
        String keyOf(String original) {
            return SocialKey.of(original);
        }
    };

    private final String word;
    private final String prefix;
    private final int maxCodePoints;

    ContactPointKind(String word, int maxCodePoints) {
        this.word = word;
        this.prefix = name().toLowerCase(Locale.ROOT) + ":";
        this.maxCodePoints = maxCodePoints;
    }

    /** The normalised form; throws {@link IllegalArgumentException} if the text isn't of this kind. */
    abstract String keyOf(String original);

    boolean isKeyOf(String key, String original) {
        return key.equals(keyOf(original));
    }

    TextRule rule() {
        return TextRule.line(maxCodePoints);
    }

    String word() {
        return word;
    }

    /** Returns what the keys of this kind begin with: its name in lower case and a colon. */
    String prefix() {
        return prefix;
    }
}
