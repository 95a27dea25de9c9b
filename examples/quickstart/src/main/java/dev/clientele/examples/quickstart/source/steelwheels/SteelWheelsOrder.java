package dev.clientele.examples.quickstart.source.steelwheels;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a customer ordered.
 *
 * @param customer the {@link SteelWheelsCustomer#number}
 * @param shipped when it was sent, absent if it was not; of the source's own dates, which must not be empty, those of the
 *     unsent orders are the moment of an import in August 2006 and are taken for what they are
 * @param comments as the staff wrote them
 * @param lines at least one, by line number
 */
public record SteelWheelsOrder(
        int number,
        int customer,
        LocalDate ordered,
        LocalDate required,
        Optional<LocalDate> shipped,
        OrderStatus status,
        Optional<String> comments,
        List<OrderLine> lines) {

    public SteelWheelsOrder {
        Objects.requireNonNull(ordered, "ordered");
        Objects.requireNonNull(required, "required");
        Objects.requireNonNull(shipped, "shipped");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(comments, "comments");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty, order " + number);
        }
    }

    /** The sum of the lines' amounts, exact, in the source's one currency, which it does not name. */
    public BigDecimal total() {
        return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
