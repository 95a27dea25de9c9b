package dev.clientele.examples.cli.transactions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one row says.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param customer as the file names the customer, not blank
 * @param amount what was paid; below 0 if it was paid back
 */
public record Transaction(long line, String customer, LocalDate day, BigDecimal amount) {

    public Transaction {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
    }
}
