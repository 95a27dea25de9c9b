package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** A domain name as the network sees it: ASCII (IDNA 2003, as the JDK has it) and lower case. */
final class DomainName {
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MAX_LENGTH = 253;

    private DomainName() {}

    /**
     * The form to compare.
     *
     * @param argument named in the message
     * @throws InvalidValueException if it isn't a full domain name of two labels or more; without its text or cause,
     *     which would repeat it
     */
    static String toAscii(String argument, String domain) {
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            throw malformed(argument);
        }
        if (ascii.length() > MAX_LENGTH || !NAME.matcher(ascii).matches()) {
            throw malformed(argument);
        }
        return ascii;
    }

    private static InvalidValueException malformed(String argument) {
        return new InvalidValueException(
                argument, ViolationCode.FORM, "must have a full domain name such as example.com, got something else");
    }
}
