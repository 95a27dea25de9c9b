package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Someone with a customer card.
 *
 * @param id from 1, unique, as is the account number; names are not
 * @param phones two, of which neither is anyone else's
 * @param accountOpened when the card was issued: 1990 to 1994, always before the first purchase in the data
 */
public record Consumer(
        int id,
        long accountNumber,
        String firstName,
        Optional<String> middleInitial,
        String lastName,
        Address address,
        List<String> phones,
        LocalDate birthDate,
        LocalDate accountOpened,
        MemberCard memberCard,
        Demographics demographics) {

    public Consumer {
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(middleInitial, "middleInitial");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(address, "address");
        phones = List.copyOf(phones);
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(accountOpened, "accountOpened");
        Objects.requireNonNull(memberCard, "memberCard");
        Objects.requireNonNull(demographics, "demographics");
    }
}
