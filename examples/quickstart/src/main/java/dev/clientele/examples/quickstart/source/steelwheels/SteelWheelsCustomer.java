package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.Address;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A business that buys, with the one person known there.
 *
 * @param number unique, as are the names
 * @param salesRep the {@link Employee#number} who looks after it; 22 have none
 * @param creditLimit at least 0, and 0 for those without a representative who never ordered
 * @param demonstration whether this is one of four entries that somebody added later for a demonstration, each with one
 *     order at noon of 2003-01-06: the source's own list by territory does not have them. The other 122 are the company's
 */
public record SteelWheelsCustomer(
        int number,
        String name,
        ContactName contact,
        String phone,
        Address address,
        OptionalInt salesRep,
        BigDecimal creditLimit,
        boolean demonstration) {

    public SteelWheelsCustomer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(salesRep, "salesRep");
        Objects.requireNonNull(creditLimit, "creditLimit");
    }

    /** The person to talk to. One person may be it for two customers. */
    public record ContactName(String firstName, String lastName) {

        public ContactName {
            Objects.requireNonNull(firstName, "firstName");
            Objects.requireNonNull(lastName, "lastName");
        }
    }
}
