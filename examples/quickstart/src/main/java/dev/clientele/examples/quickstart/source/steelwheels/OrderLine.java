package dev.clientele.examples.quickstart.source.steelwheels;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One product of an order.
 *
 * @param number its place in the order, from 1
 * @param productCode such as {@code S18_1749}; at most once in an order
 * @param quantity pieces, at least 1
 * @param priceEach the price of a piece, rounded by the source to a whole unit
 */
public record OrderLine(
        int number, String productCode, String productName, String productLine, int quantity, BigDecimal priceEach) {

    public OrderLine {
        Objects.requireNonNull(productCode, "productCode");
        Objects.requireNonNull(productName, "productName");
        Objects.requireNonNull(productLine, "productLine");
        Objects.requireNonNull(priceEach, "priceEach");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, was " + quantity);
        }
    }

    /** Quantity times price, exact. */
    public BigDecimal amount() {
        return priceEach.multiply(BigDecimal.valueOf(quantity));
    }
}
