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
 * @param basket what names the purchase that the row is a part of; empty if that isn't asked for
 * @param item what was bought; empty if that isn't asked for
 */
public record TransactionRecord(
        long line, String customer, LocalDate day, BigDecimal amount, String basket, String item) {

    public TransactionRecord {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(basket, "basket");
        Objects.requireNonNull(item, "item");
    }

    /** A row of which only the amount is asked. */
    public TransactionRecord(long line, String customer, LocalDate day, BigDecimal amount) {
        this(line, customer, day, amount, "", "");
    }
}
