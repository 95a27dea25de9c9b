package dev.clientele.examples.cli.transactions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Makes a transaction of a row, or says why it is none. */
final class RowParser {

    /** The reason for which a row without an amount that can be read is rejected. */
    static final String NOT_A_NUMBER = "amount is not a number";

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);
    private static final int MAX_DECIMALS = 20;

    private static final int ABSENT = -1;

    private final TransactionLayout layout;
    private final int width;
    private final int customer;
    private final int date;
    private final int amount;
    private final int quantity;
    private final int basket;
    private final int item;
    private final int last;

    private RowParser(TransactionLayout layout, int width, ToIntFunction<ColumnReference> position) {
        this.layout = layout;
        this.width = width;
        this.customer = position.applyAsInt(layout.customer());
        this.date = position.applyAsInt(layout.date());
        this.amount = place(layout.amount(), position);
        this.quantity = place(layout.quantity(), position);
        this.basket = place(layout.basket(), position);
        this.item = place(layout.item(), position);
        this.last = IntStream.of(customer, date, amount, quantity, basket, item)
                .max()
                .orElseThrow();
    }

    private static int place(Optional<ColumnReference> column, ToIntFunction<ColumnReference> position) {
        return column.isPresent() ? position.applyAsInt(column.get()) : ABSENT;
    }

    /**
     * For a file that begins with this row.
     *
     * @throws IllegalArgumentException if the row is a header that lacks a column
     */
    static RowParser startingWith(DelimitedRow first, TransactionLayout layout) {
        int width = layout.delimiter().isWhiteSpace() ? ABSENT : first.fields().size();
        List<String> names = first.fields().stream().map(String::strip).toList();
        return new RowParser(layout, width, column -> layout.header() ? column.positionIn(names) : column.position());
    }

    void parse(DelimitedRow row, TransactionSink sink) {
        if (row.fault() != null) {
            sink.reject(row.rejected(row.fault(), ""));
            return;
        }
        List<String> fields = row.fields();
        if (width >= 0
                && fields.size() > width
                && !fields.subList(width, fields.size()).stream().allMatch(String::isBlank)) {
            sink.reject(row.rejected("more columns than the first row", fields.size() + " for " + width));
            return;
        }
        if (last >= fields.size()) {
            sink.reject(row.rejected("too few columns", fields.size() + " for " + (last + 1)));
            return;
        }
        String name = fields.get(customer).strip();
        if (name.isEmpty()) {
            sink.reject(row.rejected("no customer", ""));
            return;
        }
        Optional<LocalDate> day = layout.dayFormat().find(fields.get(date).strip());
        if (day.isEmpty()) {
            sink.reject(row.rejected(layout.notADay(), fields.get(date)));
            return;
        }
        Optional<BigDecimal> paid = number(fields, amount);
        if (paid.isEmpty()) {
            sink.reject(row.rejected(NOT_A_NUMBER, fields.get(amount)));
            return;
        }
        Optional<BigDecimal> pieces = number(fields, quantity);
        if (pieces.isEmpty()) {
            sink.reject(row.rejected("quantity is not a number", fields.get(quantity)));
            return;
        }
        String bought = text(fields, item);
        if (item >= 0 && bought.isEmpty()) {
            sink.reject(row.rejected("no item", ""));
            return;
        }
        String together = text(fields, basket);
        if (basket >= 0 && together.isEmpty()) {
            sink.reject(row.rejected("no basket", ""));
            return;
        }
        sink.accept(new TransactionRecord(
                row.firstLine(), name, day.get(), paid.get().multiply(pieces.get()), together, bought));
    }

    private static String text(List<String> fields, int column) {
        return column < 0 ? "" : fields.get(column).strip();
    }

    /** A column that isn't there counts 1. */
    private Optional<BigDecimal> number(List<String> fields, int column) {
        return column < 0 ? Optional.of(BigDecimal.ONE) : number(fields.get(column));
    }

    private Optional<BigDecimal> number(String text) {
        return layout.numbers()
                .find(text)
                .filter(number -> number.abs().compareTo(LIMIT) < 0)
                .map(number ->
                        number.scale() > MAX_DECIMALS ? number.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN) : number);
    }
}
