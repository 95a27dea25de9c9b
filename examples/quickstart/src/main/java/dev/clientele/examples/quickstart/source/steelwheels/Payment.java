package dev.clientele.examples.quickstart.source.steelwheels;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that a customer paid; the source does not say for which order.
 *
 * @param customer the {@link SteelWheelsCustomer#number}
 * @param checkNumber unique
 */
public record Payment(int customer, String checkNumber, LocalDate paid, BigDecimal amount) {

    public Payment {
        Objects.requireNonNull(checkNumber, "checkNumber");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(amount, "amount");
    }
}
