package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The prices in all books of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>A price in another currency than its book's is refused here; one that was stored by another way, such as an import, is
 * never used: where it would hold, {@link #getListPrice} finds none.
 */
public final class Prices extends ForwardingRepository<Price> {

    private final CrmSession session;

    /** Opens the prices of a session. */
    public Prices(CrmSession session) {
        super(session.repository(Price.TYPE));
        this.session = session;
    }

    /** Stores a product's price in a book from a day on, for any quantity. */
    public Price add(PriceBook book, Product product, Money amount, LocalDate validFrom) {
        return add(Price.of(book, product, amount, validFrom));
    }

    @Override
    public Price add(Price price) {
        return session.inTransaction(tx -> {
            requireCurrency(tx, List.of(price));
            return tx.repository(Price.TYPE).add(price);
        });
    }

    @Override
    public List<Price> addAll(Collection<Price> prices) {
        return session.inTransaction(tx -> {
            requireCurrency(tx, prices);
            return tx.repository(Price.TYPE).addAll(prices);
        });
    }

    @Override
    public Price save(Price price) {
        return session.inTransaction(tx -> {
            requireCurrency(tx, List.of(price));
            return tx.repository(Price.TYPE).save(price);
        });
    }

    @Override
    public List<Price> saveAll(Collection<Price> prices) {
        return session.inTransaction(tx -> {
            requireCurrency(tx, prices);
            return tx.repository(Price.TYPE).saveAll(prices);
        });
    }

    /** Returns all prices of a product in a book, past and future ones included. */
    public ProductPrices pricesOf(Id<PriceBook> book, Id<Product> product) {
        try (Stream<Price> found = query(Price.BOOK.is(book).and(Price.PRODUCT.is(product))).stream()) {
            return ProductPrices.of(found.toList());
        }
    }

    /** Returns all prices of several products in a book, by product; products without a price are left out. */
    public Map<Id<Product>, ProductPrices> pricesOf(Id<PriceBook> book, Set<Id<Product>> products) {
        try (Stream<Price> found = query(Price.BOOK.is(book).and(Price.PRODUCT.in(products))).stream()) {
            return found.collect(Collectors.groupingBy(
                    Price::product, Collectors.collectingAndThen(Collectors.toList(), ProductPrices::of)));
        }
    }

    /**
     * Finds the list price of one unit of a product in a purchase of this quantity on a day; empty if the book isn't
     * valid then or has no such price in its currency.
     */
    public Optional<Money> findListPrice(PriceBook book, Product product, BigDecimal quantity, LocalDate day) {
        return pricesOf(book.id(), product.id()).price(book, quantity, day);
    }

    /**
     * Returns the list price that {@link #findListPrice} finds.
     *
     * @throws MissingPriceException if there is none; no other book or currency is tried
     */
    public Money getListPrice(PriceBook book, Product product, BigDecimal quantity, LocalDate day) {
        return findListPrice(book, product, quantity, day)
                .orElseThrow(() -> new MissingPriceException(product.code(), book.code(), quantity, day));
    }

    private static void requireCurrency(CrmSession tx, Collection<Price> prices) {
        Map<Id<PriceBook>, CurrencyUnit> currencies = new HashMap<>();
        tx.repository(PriceBook.TYPE)
                .findAll(prices.stream()
                        .flatMap(price -> price.find(Price.BOOK).stream())
                        .distinct()
                        .toList())
                .forEach(book -> currencies.put(book.id(), book.currency()));
        for (Price price : prices) {
            CurrencyUnit expected = price.find(Price.BOOK).map(currencies::get).orElse(null);
            Money amount = price.get(Price.AMOUNT);
            if (expected != null && amount != null && !amount.getCurrencyUnit().equals(expected)) {
                throw InvalidException.of(
                        Price.TYPE.name(),
                        Price.AMOUNT.name(),
                        "must be in " + expected + ", the currency of its book, got " + amount.getCurrencyUnit());
            }
        }
    }
}
