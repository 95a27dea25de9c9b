package dev.clientele.b2b.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * The prices of one product in one price book over time. Immutable and thread-safe; pure, so a host that keeps its own
 * prices can ask it directly.
 *
 * @param prices in order of their first days
 */
public record ProductPrices(List<Price> prices) {

    /** Sorts the prices. */
    public ProductPrices {
        prices = prices.stream().sorted(Comparator.comparing(Price::validFrom)).toList();
    }

    /** Returns prices of one product in one book. */
    public static ProductPrices of(Collection<Price> prices) {
        return new ProductPrices(List.copyOf(prices));
    }

    /**
     * Returns the prices that are valid on a day, by the quantity from which each counts: of those of a tier that have begun and not
     * ended the one that began last.
     */
    public List<Price> validOn(LocalDate day) {
        Map<Long, Price> latest = new TreeMap<>();
        for (Price price : prices) {
            boolean ended = !price.find(Price.VALID_TO).map(day::isBefore).orElse(true);
            if (!price.validFrom().isAfter(day) && !ended) {
                latest.put(price.fromQuantity(), price);
            }
        }
        return List.copyOf(latest.values());
    }

    /**
     * Returns the price of one unit in a purchase of this quantity on a day: that of the highest tier that the quantity
     * reaches.
     */
    public Optional<Money> price(BigDecimal quantity, LocalDate day) {
        return validOn(day).stream()
                .filter(price -> BigDecimal.valueOf(price.fromQuantity()).compareTo(quantity) <= 0)
                .reduce((lower, higher) -> higher)
                .map(Price::amount);
    }

    /**
     * Returns the price of one unit by the book that the prices stand in; empty if the book isn't valid then, or has
     * another currency.
     */
    public Optional<Money> price(PriceBook book, BigDecimal quantity, LocalDate day) {
        return book.isValidOn(day)
                ? price(quantity, day).filter(price -> price.getCurrencyUnit().equals(book.currency()))
                : Optional.empty();
    }
}
