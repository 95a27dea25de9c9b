package dev.clientele.examples.quickstart.source.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one consumer bought in one shop on one day. A consumer can have several of a day, in different shops.
 *
 * @param consumer the {@link Consumer#id}
 * @param shop the {@link FoodMartStore#id}
 * @param promotion the {@link Promotion#id} under which all of it was bought, or {@link Promotion#NONE}
 * @param lines sale lines, at least 1; the same product can be on two of them
 * @param units pieces
 * @param sales what the consumer paid in US dollars, positive, exact
 * @param cost what it had cost the shop, exact, to four decimals
 */
public record FoodMartBasket(
        LocalDate day, int consumer, int shop, int promotion, int lines, int units, BigDecimal sales, BigDecimal cost) {

    public FoodMartBasket {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(sales, "sales");
        Objects.requireNonNull(cost, "cost");
        if (lines < 1) {
            throw new IllegalArgumentException("lines must be at least 1, was " + lines);
        }
    }

    /** A key that no other basket has, such as {@code 1997-01-05/s2/c6280}. */
    public String reference() {
        return day + "/s" + shop + "/c" + consumer;
    }
}
