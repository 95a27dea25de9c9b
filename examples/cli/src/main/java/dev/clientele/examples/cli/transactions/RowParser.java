package dev.clientele.examples.cli.transactions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a transaction of a row, or says why it is none. */
final class RowParser {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]{1,12}(\\.[0-9]{0,12})?|\\.[0-9]{1,12})");

    private final TransactionLayout layout;
    private final int width;
    private final int customer;
    private final int date;
    private final int amount;
    private final int quantity;

    private RowParser(TransactionLayout layout, int width, int customer, int date, int amount, int quantity) {
        this.layout = layout;
        this.width = width;
        this.customer = customer;
        this.date = date;
        this.amount = amount;
        this.quantity = quantity;
    }

    /**
     * For a file that begins with this row.
     *
     * @throws IllegalArgumentException if the row is a header that lacks a column
     */
    static RowParser startingWith(Row first, TransactionLayout layout) {
        int width = layout.delimiter().isWhiteSpace() ? -1 : first.fields().size();
        if (layout.header()) {
            List<String> names = first.fields().stream().map(String::strip).toList();
            return new RowParser(
                    layout,
                    width,
                    layout.customer().positionIn(names),
                    layout.date().positionIn(names),
                    layout.amount().positionIn(names),
                    layout.quantity().map(column -> column.positionIn(names)).orElse(-1));
        }
        return new RowParser(
                layout,
                width,
                layout.customer().position(),
                layout.date().position(),
                layout.amount().position(),
                layout.quantity().map(Column::position).orElse(-1));
    }

    void parse(Row row, TransactionSink sink) {
        List<String> fields = row.fields();
        if (width >= 0 && fields.size() != width) {
            sink.reject(row.rejected("not as many columns as the first row", fields.size() + " for " + width));
            return;
        }
        int last = Math.max(Math.max(customer, date), Math.max(amount, quantity));
        if (last >= fields.size()) {
            sink.reject(row.rejected("too few columns", fields.size() + " for " + (last + 1)));
            return;
        }
        String name = fields.get(customer).strip();
        if (name.isEmpty()) {
            sink.reject(row.rejected("no customer", ""));
            return;
        }
        Optional<LocalDate> day = layout.dayFormat().parse(fields.get(date).strip());
        if (day.isEmpty()) {
            sink.reject(row.rejected("date is not a day written as " + layout.dayFormat(), fields.get(date)));
            return;
        }
        Optional<BigDecimal> paid = number(fields.get(amount));
        if (paid.isEmpty()) {
            sink.reject(row.rejected("amount is not a number", fields.get(amount)));
            return;
        }
        Optional<BigDecimal> pieces = quantity < 0 ? Optional.of(BigDecimal.ONE) : number(fields.get(quantity));
        if (pieces.isEmpty()) {
            sink.reject(row.rejected("quantity is not a number", fields.get(quantity)));
            return;
        }
        sink.accept(new Transaction(row.firstLine(), name, day.get(), paid.get().multiply(pieces.get())));
    }

    private static Optional<BigDecimal> number(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches() ? Optional.of(new BigDecimal(bare)) : Optional.empty();
    }
}
