package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.PersonalDataMask;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a customer, as it was written and as it is matched.
 *
 * <p>The key is what two spellings of the same thing share:
 *
 * <table>
 * <caption>Keys by kind</caption>
 * <tr><th>kind</th><th>key</th><th>example</th></tr>
 * <tr><td>e-mail</td><td>local part folded, domain in lower-case ASCII</td>
 *     <td>{@code Ana@Bücher.EXAMPLE}: {@code ana@xn--bcher-kva.example}</td></tr>
 * <tr><td>phone</td><td>E.164, with {@code ;ext=} and digits if there is an extension</td>
 *     <td>{@code 020 7946 0018} in GB: {@code +442079460018}</td></tr>
 * <tr><td>web</td><td>host and path, without scheme, {@code www.}, default port, fragment and last slash</td>
 *     <td>{@code https://www.Example.com/}: {@code example.com}</td></tr>
 * <tr><td>social</td><td>network and folded handle without a leading @</td>
 *     <td>{@code mastodon:@Ana@hachyderm.io}: {@code mastodon:ana@hachyderm.io}</td></tr>
 * </table>
 *
 * <p>Mail goes to the original: by the letter of RFC 5321 the part before the @ may be case-sensitive, and only for
 * matching is it taken as if it weren't. Nothing provider-specific is done to it, neither dots nor {@code +tags} are removed.
 *
 * <p>Immutable and thread-safe. {@link #toString} hides both original and key.
 *
 * @param kind the kind
 * @param original what was written, without white space around it; for social, the network, a colon and the handle
 * @param key the normalised form; equal keys of one kind are the same contact point
 * @param purpose what it is for
 * @param primary whether it is the one to use among those of its kind
 * @param verified whether the customer has been reached by it, or has confirmed it
 */
public record ContactPoint(
        ContactPointKind kind, String original, String key, ContactPurpose purpose, boolean primary, boolean verified) {

    /**
     * Puts a stored contact point together again; to make a new one, start from {@link #email}, {@link #phone}, {@link #web}
     * or {@link #social}.
     *
     * @throws InvalidValueException if the original isn't of its kind, or the key isn't that of the original (of a
     *     phone number, whose key depends on a region: if it isn't an E.164 number)
     */
    public ContactPoint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(purpose, "purpose");
        original = kind.rule().check("original", original);
        if (!kind.isKeyOf(key, original)) {
            throw new InvalidValueException(
                    "key", ViolationCode.FORM, "must be the normalised form of the original, got another");
        }
    }

    /**
     * An e-mail address.
     *
     * @param address {@code local@domain}; letters of any script are allowed, quoted local parts and IP addresses aren't
     * @throws InvalidValueException if it can't be an address; the message says why, without repeating it
     */
    public static ContactPoint email(String address) {
        return of(ContactPointKind.EMAIL, address);
    }

    /**
     * A phone number in international form, such as {@code +44 20 7946 0018}.
     *
     * @throws InvalidValueException if it doesn't start with + or can't be a number
     */
    public static ContactPoint phone(String number) {
        return phone(number, null);
    }

    /**
     * A phone number as written in a country.
     *
     * <p>A number is accepted when its length is possible where it belongs; whether the number was ever given out isn't
     * asked, since number plans change faster than libraries.
     *
     * @param region the country whose prefix is meant when the number doesn't start with +, or null for none
     * @throws InvalidValueException if it can't be a number there; the message says why, without repeating it
     */
    public static ContactPoint phone(String number, @Nullable Country region) {
        String original = ContactPointKind.PHONE.rule().check("number", number);
        return of(ContactPointKind.PHONE, original, PhoneKey.of(original, region));
    }

    /**
     * A web page or site; {@code https} is meant when no scheme is written.
     *
     * @throws InvalidValueException if it isn't an http or https address
     */
    public static ContactPoint web(String address) {
        return of(ContactPointKind.WEB, address);
    }

    /**
     * A handle on a network.
     *
     * @param network lower-case letters, digits and single hyphens, such as {@code mastodon}
     * @param handle the name there, with or without a leading @; without spaces
     */
    public static ContactPoint social(String network, String handle) {
        return of(ContactPointKind.SOCIAL, network + ":" + handle.strip());
    }

    private static ContactPoint of(ContactPointKind kind, String text) {
        String original = kind.rule().check(kind.word(), text);
        return of(kind, original, kind.keyOf(original));
    }

    private static ContactPoint of(ContactPointKind kind, String original, String key) {
        return new ContactPoint(kind, original, key, ContactPurpose.ANY, false, false);
    }

    /** Returns a copy for a purpose. */
    public ContactPoint withPurpose(ContactPurpose newPurpose) {
        return new ContactPoint(kind, original, key, newPurpose, primary, verified);
    }

    /** Returns a copy with the primary flag set or cleared. */
    public ContactPoint withPrimary(boolean isPrimary) {
        return new ContactPoint(kind, original, key, purpose, isPrimary, verified);
    }

    /** Returns a copy with the verified flag set or cleared. */
    public ContactPoint withVerified(boolean isVerified) {
        return new ContactPoint(kind, original, key, purpose, primary, isVerified);
    }

    /** Returns true if both are the same contact point, however written and flagged. */
    public boolean matches(ContactPoint other) {
        return kind == other.kind && key.equals(other.key);
    }

    /** Kind, purpose and flags; what it is stays hidden. */
    @Override
    public String toString() {
        return "ContactPoint[" + kind.word() + " " + PersonalDataMask.MASK + ", " + purpose
                + (primary ? ", primary" : "") + (verified ? ", verified" : "") + "]";
    }
}
