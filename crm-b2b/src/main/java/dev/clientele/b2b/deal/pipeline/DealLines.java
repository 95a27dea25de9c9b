package dev.clientele.b2b.deal.pipeline;

import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.MissingPriceException;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.PriceBooks;
import dev.clientele.b2b.catalog.Prices;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.catalog.ProductPrices;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The line items of the deals of the session's tenant: products at the list prices of a price book. Thread-safe unless
 * the session is that of a transaction.
 *
 * <p>Each method saves the deal as it was given, with its amount, discount and other figures following from the new
 * lines, as one change: if somebody else has changed it meanwhile, a {@link
 * dev.clientele.core.error.StaleVersionException} says so. The lines of a closed deal stay as they are.
 *
 * <p>A deal is priced by its own book, or else by the standard one for the currency of its amount; all its lines are in
 * that currency. List prices are those of today by the session's clock, and stay until {@link #reprice}.
 */
public final class DealLines {

    private final CrmSession session;

    /** Opens the line items of a session. */
    public DealLines(CrmSession session) {
        this.session = session;
    }

    /** Adds a quantity of a product at its list price. */
    public Opportunity add(Opportunity deal, Product product, long quantity) {
        return add(deal, product, BigDecimal.valueOf(quantity), line -> line);
    }

    /**
     * Adds a quantity of a product on agreed terms.
     *
     * @param terms the terms agreed on beyond the list price, such as {@code line -> line.withDiscount(Discount.percent("25"))}
     * @throws InvalidException if the product is sold no longer, or no book in the deal's currency is there to price it by
     * @throws MissingPriceException if the book has no price for it today
     * @throws UnmetConditionsException if the deal is closed
     */
    public Opportunity add(Opportunity deal, Product product, BigDecimal quantity, UnaryOperator<LineItem> terms) {
        return changed(deal, tx -> {
            Product sold = tx.repository(Product.TYPE).get(product.id());
            if (!sold.isActive()) {
                throw refused(Opportunity.LINES.name(), sold.code() + " is sold no longer");
            }
            PriceBook book = book(tx, deal);
            List<LineItem> lines = new ArrayList<>(deal.lines());
            int number = lines.stream().mapToInt(LineItem::number).max().orElse(0) + 1;
            Money list = new Prices(tx).getListPrice(book, sold, quantity, today());
            lines.add(terms.apply(LineItem.of(number, sold, quantity, list)));
            return deal.with(Opportunity.PRICE_BOOK, book.id()).withLines(lines);
        });
    }

    /**
     * Changes the agreed terms of a line: its discount, unit price or periods.
     *
     * @param number the line's number
     * @throws IllegalArgumentException if the deal has no such line
     */
    public Opportunity changeTerms(Opportunity deal, int number, UnaryOperator<LineItem> terms) {
        return changed(deal, tx -> replaced(deal, number, terms.apply(deal.line(number))));
    }

    /** Changes the quantity of a line, at the list price that is valid today for that quantity. */
    public Opportunity changeQuantity(Opportunity deal, int number, BigDecimal quantity) {
        return changed(deal, tx -> {
            LineItem line = deal.line(number);
            PriceBook book = book(tx, deal);
            ProductPrices prices = new Prices(tx).pricesOf(book.id(), line.product());
            return replaced(deal, number, line.withQuantity(quantity, listPrice(prices, book, line, quantity)));
        });
    }

    /** Removes a line. Without any line left the deal keeps its amount, which can then be set by hand. */
    public Opportunity remove(Opportunity deal, int number) {
        return changed(deal, tx -> {
            List<LineItem> lines = new ArrayList<>(deal.lines());
            lines.remove(deal.line(number));
            return deal.withLines(lines);
        });
    }

    /** Updates all lines to the list prices of today; agreed terms stay. Repeating it changes nothing. */
    public Opportunity reprice(Opportunity deal) {
        return changed(deal, tx -> deal.withLines(repriced(tx, deal, book(tx, deal))));
    }

    /**
     * Changes the price book of a deal, with its lines at the list prices of today.
     *
     * @throws InvalidException if the book isn't in the currency of the deal's amount
     */
    public Opportunity changePriceBook(Opportunity deal, PriceBook book) {
        return changed(deal, tx -> {
            requireCurrency(deal, book);
            return deal.with(Opportunity.PRICE_BOOK, book.id()).withLines(repriced(tx, deal, book));
        });
    }

    /**
     * Computes the total of the lines of some deals for each product, by code and never across currencies. The deals
     * are read one by one, in constant memory but for the sums.
     *
     * @param deals the criteria of the deals, such as those that were won
     */
    public SortedMap<String, MoneyTotals> totalsByProduct(Criteria deals) {
        return totals(deals, line -> Optional.of(line.code()));
    }

    /**
     * Computes the total of the lines of some deals for each product family; lines of none are left out. Otherwise as
     * {@link #totalsByProduct}.
     */
    public SortedMap<String, MoneyTotals> totalsByFamily(Criteria deals) {
        return totals(deals, line -> Optional.ofNullable(line.family()));
    }

    private SortedMap<String, MoneyTotals> totals(Criteria deals, Function<LineItem, Optional<String>> key) {
        SortedMap<String, MoneyTotals> totals = new TreeMap<>();
        Criteria withLines = Opportunity.LIST_AMOUNT.isPresent().and(deals);
        try (Stream<Opportunity> found = session.repository(Opportunity.TYPE).query(withLines).stream()) {
            found.flatMap(deal -> deal.lines().stream())
                    .forEach(line -> key.apply(line)
                            .ifPresent(name -> totals.merge(name, MoneyTotals.of(line.total()), MoneyTotals::plus)));
        }
        return totals;
    }

    private List<LineItem> repriced(CrmSession tx, Opportunity deal, PriceBook book) {
        Set<Id<Product>> products = deal.lines().stream().map(LineItem::product).collect(ImmutableSet.toImmutableSet());
        Map<Id<Product>, ProductPrices> prices = new Prices(tx).pricesOf(book.id(), products);
        return deal.lines().stream()
                .map(line -> line.withQuantity(
                        line.quantity(),
                        listPrice(
                                prices.getOrDefault(line.product(), ProductPrices.of(List.of())),
                                book,
                                line,
                                line.quantity())))
                .toList();
    }

    private Money listPrice(ProductPrices prices, PriceBook book, LineItem line, BigDecimal quantity) {
        return prices.price(book, quantity, today())
                .orElseThrow(() -> new MissingPriceException(line.code(), book.code(), quantity, today()));
    }

    private static Opportunity replaced(Opportunity deal, int number, LineItem line) {
        return deal.withLines(deal.lines().stream()
                .map(other -> other.number() == number ? line.withNumber(number) : other)
                .toList());
    }

    private Opportunity changed(Opportunity deal, Function<CrmSession, Opportunity> change) {
        if (!deal.isOpen()) {
            throw new UnmetConditionsException(List.of(new UnmetCondition(
                    UnmetCondition.UnmetCause.STATE,
                    deal.stage(),
                    "the deal is " + deal.kind() + ": reopen it first")));
        }
        return session.inTransaction(tx -> tx.repository(Opportunity.TYPE).save(change.apply(tx)));
    }

    private static PriceBook book(CrmSession tx, Opportunity deal) {
        PriceBook book = deal.find(Opportunity.PRICE_BOOK)
                .map(tx.repository(PriceBook.TYPE)::get)
                .or(() -> deal.find(Opportunity.AMOUNT)
                        .flatMap(amount -> new PriceBooks(tx).findStandard(amount.getCurrencyUnit())))
                .orElseThrow(() -> refused(
                        Opportunity.PRICE_BOOK.name(),
                        "is missing, and no standard book is there for the currency of the deal's amount"));
        requireCurrency(deal, book);
        return book;
    }

    private static void requireCurrency(Opportunity deal, PriceBook book) {
        CurrencyUnit currency =
                deal.find(Opportunity.AMOUNT).map(Money::getCurrencyUnit).orElse(book.currency());
        if (!currency.equals(book.currency())) {
            throw refused(
                    Opportunity.PRICE_BOOK.name(),
                    "must be in " + currency + " as the deal's amount, got " + book.code() + " in " + book.currency());
        }
    }

    private static InvalidException refused(String field, String reason) {
        return InvalidException.of(Opportunity.TYPE.name(), field, reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), session.clock().getZone());
    }
}
