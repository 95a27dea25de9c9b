package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.Address;
import java.util.Objects;

/**
 * A place of work.
 *
 * @param territory one of {@code NA}, {@code EMEA}, {@code APAC} and {@code Japan}
 */
public record Office(String code, String phone, Address address, String territory) {

    public Office {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(territory, "territory");
    }
}
