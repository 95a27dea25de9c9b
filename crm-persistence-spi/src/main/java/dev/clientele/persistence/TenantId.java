package dev.clientele.persistence;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The id of a tenant. Every session belongs to exactly one tenant from the moment it opens.
 *
 * @param value 1 to 64 characters out of {@code a-z A-Z 0-9 . _ -}; case matters
 */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Checks the form. */
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant id is 1 to 64 of letters, digits, '.', '_' and '-', got "
                    + value.length() + " characters");
        }
    }

    /** Returns the id of the tenant with this name. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
