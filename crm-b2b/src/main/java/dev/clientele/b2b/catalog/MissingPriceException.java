package dev.clientele.b2b.catalog;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** A book has no price for so many of a product on a day, so nothing was priced. */
public final class MissingPriceException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String product;
    private final String book;
    private final BigDecimal quantity;
    private final LocalDate day;

    /** Names all four; the message does too. */
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

    /** The product's code. */
    public String product() {
        return product;
    }

    /** The book's code. */
    public String book() {
        return book;
    }

    /** How many were asked for. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** On which day. */
    public LocalDate day() {
        return day;
    }
}
