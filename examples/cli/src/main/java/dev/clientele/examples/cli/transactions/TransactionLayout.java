package dev.clientele.examples.cli.transactions;

import java.util.Objects;
import java.util.Optional;

/**
 * How a file of transactions is laid out.
 *
 * @param header whether its first row names the columns
 * @param quantity a column to multiply the amount with, for files that have a price and a number of pieces
 */
public record TransactionLayout(
        Delimiter delimiter,
        boolean header,
        Column customer,
        Column date,
        Column amount,
        Optional<Column> quantity,
        DayFormat dayFormat) {

    /**
     * Checks what can be checked without the file.
     *
     * @throws IllegalArgumentException if there is no header but a column is not given by its position
     */
    public TransactionLayout {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(dayFormat, "dayFormat");
        if (!header) {
            customer.position();
            date.position();
            amount.position();
            quantity.ifPresent(Column::position);
        }
    }
}
