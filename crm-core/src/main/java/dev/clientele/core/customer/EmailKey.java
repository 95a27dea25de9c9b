package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.CaseFolding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The form of an e-mail address by which it is matched.
 *
 * <p>Syntax: the dot-atom form of RFC 5322 section 3.4.1, with letters of any script by RFC 6531, and lengths by RFC 5321
 * section 4.5.3.1.
 */
final class EmailKey {
    private static final Pattern LOCAL = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+" + "(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*+");
    private static final int MAX_LOCAL_BYTES = 64;

    private EmailKey() {}

    static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            throw new InvalidValueException("e-mail", ViolationCode.FORM, "must have an @ after its first character");
        }
        String local = address.substring(0, at);
        if (local.getBytes(StandardCharsets.UTF_8).length > MAX_LOCAL_BYTES) {
            throw new InvalidValueException(new Violation(
                            "e-mail",
                            ViolationCode.TOO_LONG,
                            "must have at most " + MAX_LOCAL_BYTES + " bytes before the @")
                    .with("max", MAX_LOCAL_BYTES));
        }
        if (!LOCAL.matcher(local).matches()) {
            throw new InvalidValueException(
                    "e-mail",
                    ViolationCode.FORM,
                    "must have letters, digits, signs and single inner dots before the @, got something else");
        }
        return CaseFolding.fold(local) + "@" + DomainName.toAscii("e-mail", address.substring(at + 1));
    }
}
