package dev.clientele.examples.quickstart.source;

import java.util.Objects;
import java.util.Optional;

/**
 * A postal address as the sources write it.
 *
 * @param street its first line
 * @param addition a second line: suite, floor, flat
 * @param state state, province or the like, as text or abbreviation
 * @param country a name, such as {@code USA} or {@code Hong Kong}, not a code
 */
public record Address(
        String street,
        Optional<String> addition,
        String city,
        Optional<String> state,
        Optional<String> postalCode,
        String country) {

    public Address {
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(addition, "addition");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(country, "country");
    }
}
