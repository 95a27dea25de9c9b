package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file of transactions is laid out.
 *
 * @param header whether its first row names the columns
 * @param amount empty for files without amounts, where each row then counts 1
 * @param quantity a column to multiply the amount with, for files that have a price and a number of pieces
 * @param basket a column that says which rows were bought together, where that is asked for
 * @param item a column that says what was bought, where that is asked for
 */
public record TransactionLayout(
        Delimiter delimiter,
        boolean header,
        ColumnReference customer,
        ColumnReference date,
        Optional<ColumnReference> amount,
        Optional<ColumnReference> quantity,
        Optional<ColumnReference> basket,
        Optional<ColumnReference> item,
        DayFormat dayFormat,
        AmountFormat numbers) {

    /**
     * Checks what can be checked without the file.
     *
     * @throws IllegalArgumentException if there is no header but a column is not given by its position
     */
    public TransactionLayout {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(basket, "basket");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(dayFormat, "dayFormat");
        Objects.requireNonNull(numbers, "numbers");
        if (!header) {
            customer.position();
            date.position();
            amount.ifPresent(ColumnReference::position);
            quantity.ifPresent(ColumnReference::position);
            basket.ifPresent(ColumnReference::position);
            item.ifPresent(ColumnReference::position);
        }
    }

    /** The reason for which a row without a day that can be read is rejected. */
    String notADay() {
        return "date is not a day written as " + dayFormat;
    }

    /** The remedy to try if all rows were rejected for the reason of this one; empty if nothing is known. */
    public Optional<String> remedy(Rejection rejection) {
        if (rejection.reason().equals(RowParser.NOT_A_NUMBER)
                && AmountFormat.decimalComma().find(rejection.detail()).isPresent()) {
            return Optional.of("amounts are not written with a decimal point, give --decimal-comma");
        } else if (!rejection.reason().equals(notADay())) {
            return Optional.empty();
        }
        String form = DateForms.find(rejection.detail())
                .map(found -> ", such as " + found)
                .orElse("");
        return Optional.of("dates are not written as " + dayFormat + ", give --date-format" + form);
    }

    /** A file whose numbers have a decimal point. */
    public TransactionLayout(
            Delimiter delimiter,
            boolean header,
            ColumnReference customer,
            ColumnReference date,
            Optional<ColumnReference> amount,
            Optional<ColumnReference> quantity,
            Optional<ColumnReference> basket,
            Optional<ColumnReference> item,
            DayFormat dayFormat) {
        this(delimiter, header, customer, date, amount, quantity, basket, item, dayFormat, AmountFormat.decimalPoint());
    }

    /** A file of amounts, of which nothing else is asked. */
    public TransactionLayout(
            Delimiter delimiter,
            boolean header,
            ColumnReference customer,
            ColumnReference date,
            ColumnReference amount,
            Optional<ColumnReference> quantity,
            DayFormat dayFormat) {
        this(
                delimiter,
                header,
                customer,
                date,
                Optional.of(amount),
                quantity,
                Optional.empty(),
                Optional.empty(),
                dayFormat,
                AmountFormat.decimalPoint());
    }
}
