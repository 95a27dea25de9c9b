package dev.clientele.b2b.exchange.vcard;

import com.google.common.base.Splitter;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import ezvcard.io.scribe.StringPropertyScribe;
import ezvcard.property.TextProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The property X-SOCIALPROFILE: a network, a colon and a handle, as this library writes it; an address beside the network's name, as
 * phones and RFC 9554 have it; or a handle beside that name.
 */
final class SocialProfile extends TextProperty {

    static final String NAME = "X-SOCIALPROFILE";

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://");
    /** Types that tell what a profile is for. */
    private static final Set<String> PURPOSES = Set.of("pref", "home", "work", "x-billing", "x-delivery", "x-support");

    SocialProfile(String value) {
        super(value);
    }

    /** Returns the handle on its network; an {@code IllegalArgumentException} says what is allowed, without the value. */
    ContactPoint contactPoint() {
        String text = getValue().strip();
        boolean address = ADDRESS.matcher(text).lookingAt();
        Optional<String> network = network();
        if (!address && network.isEmpty()) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new InvalidValueException("", ViolationCode.FORM, "must be a network, a colon and a handle");
            }
            return ContactPoint.social(text.substring(0, colon), text.substring(colon + 1));
        }
        String handle = Stream.of("X-USER", "USERNAME")
                .map(this::getParameter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> address ? lastPart(text) : text);
        return ContactPoint.social(
                network.orElseGet(() -> host(text)).toLowerCase(Locale.ROOT),
                handle.substring(handle.indexOf(':') + 1));
    }

    /** Returns the network that a parameter names. */
    private Optional<String> network() {
        return Stream.of("SERVICE-TYPE", "TYPE")
                .flatMap(name -> getParameters(name).stream())
                .filter(type -> !PURPOSES.contains(type.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the name of an address's host without its domain: twitter of www.twitter.com. */
    private static String host(String address) {
        List<String> labels = Splitter.on('.')
                .splitToList(ADDRESS.matcher(address).replaceFirst("").split("[/?#:]", 2)[0]);
        return labels.size() < 2 ? labels.get(0) : labels.get(labels.size() - 2);
    }

    private static String lastPart(String address) {
        List<String> parts = Splitter.on('/')
                .omitEmptyStrings()
                .splitToList(ADDRESS.matcher(address).replaceFirst("").split("[?#]", 2)[0]);
        if (parts.size() < 2) {
            throw new InvalidValueException("", ViolationCode.FORM, "must be an address that ends in a handle");
        }
        return parts.get(parts.size() - 1);
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
