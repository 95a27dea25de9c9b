package dev.clientele.b2b.exchange.vcard;

import ezvcard.io.scribe.StringPropertyScribe;
import ezvcard.property.TextProperty;

/** The property X-SOCIALPROFILE: a network, a colon and a handle. */
final class SocialProfile extends TextProperty {

    static final String NAME = "X-SOCIALPROFILE";

    SocialProfile(String value) {
        super(value);
    }

    /** Reads and writes the property as text with the usual escapes. */
    static final class Scribe extends StringPropertyScribe<SocialProfile> {

        Scribe() {
            super(SocialProfile.class, NAME);
        }

        @Override
        protected SocialProfile _parseValue(String value) {
            return new SocialProfile(value);
        }
    }
}
