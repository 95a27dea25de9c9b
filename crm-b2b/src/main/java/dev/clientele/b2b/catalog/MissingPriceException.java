package dev.clientele.b2b.catalog;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** The failure to price a product: its price book has no price for the quantity on the day. */
public final class MissingPriceException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String product;
    private final String book;
    private final BigDecimal quantity;
    private final LocalDate day;

    /** Creates the exception; its message names all four. */
    public MissingPriceException(String product, String book, BigDecimal quantity, LocalDate day) {
        super(
                "no price for " + quantity.stripTrailingZeros().toPlainString() + " of " + product
                        + " holds in the book " + book + " on " + day,
                null);
        this.product = Objects.requireNonNull(product, "product");
        this.book = Objects.requireNonNull(book, "book");
        this.quantity = quantity;
        this.day = Objects.requireNonNull(day, "day");
    }

    /** Returns the product's code. */
    public String product() {
        return product;
    }

    /** Returns the price book's code. */
    public String book() {
        return book;
    }

    /** Returns the quantity. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** Returns the day. */
    public LocalDate day() {
        return day;
    }
}
