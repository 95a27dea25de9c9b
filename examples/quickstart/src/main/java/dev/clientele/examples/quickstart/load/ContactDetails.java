package dev.clientele.examples.quickstart.load;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.examples.quickstart.source.Address;
import java.util.Optional;

/** Addresses and phone numbers of the sources as values of the library. */
public final class ContactDetails {

    private ContactDetails() {}

    /** A postal address. */
    public static PostalAddress postalAddress(Address address) {
        PostalAddress.Builder built = PostalAddress.builder(Countries.of(address.country()))
                .line(address.street())
                .city(address.city());
        address.addition().ifPresent(built::line);
        address.state().ifPresent(built::region);
        address.postalCode().ifPresent(built::postalCode);
        return built.build();
    }

    /** A phone number; empty if there can be none of that length in the country, as with some of these made-up ones. */
    public static Optional<ContactPoint> phone(String number, String country) {
        Country region = Countries.of(country);
        try {
            return Optional.of(ContactPoint.phone(number, region));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }
}
