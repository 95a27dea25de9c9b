package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A country or territory by its ISO 3166-1 alpha-2 code.
 *
 * <p>Known are the codes that the running JDK lists, and XK, the user-assigned code in common use for Kosovo.
 *
 * @param code two upper-case letters
 */
public record Country(String code) {
    private static final Set<String> CODES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    /** Checks the code. */
    public Country {
        Objects.requireNonNull(code, "code");
        if (!CODES.contains(code)) {
            throw new InvalidValueException(
                    "code",
                    ViolationCode.FORM,
                    "must be an ISO 3166-1 alpha-2 code such as GB, got "
                            + (code.length() <= 3 ? code : code.length() + " characters"));
        }
    }

    /** The country of a code in either case. */
    public static Country of(String code) {
        return new Country(code.toUpperCase(Locale.ROOT));
    }

    /** The code; {@link #of} reads it. */
    @Override
    public String toString() {
        return code;
    }
}
