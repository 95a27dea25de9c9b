package dev.clientele.b2b.catalog;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;

/** Two products in a standard price book in euros: a turbine for 1,000, and support at 50 a month. */
public abstract class StockedTest extends StoredTest {

    protected static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    protected static final LocalDate YEAR = LocalDate.of(2027, 1, 1);

    protected Product turbine;
    protected Product support;
    protected PriceBook book;

    protected StockedTest(Store store) {
        super(store);
    }

    @BeforeEach
    protected void stock() {
        turbine = b2b.catalog().products().add(Product.of("T-100", "Turbine").with(Product.FAMILY, "hardware"));
        support = b2b.catalog()
                .products()
                .add(Product.recurring("S-1", "Support", BillingFrequency.MONTHLY)
                        .with(Product.FAMILY, "services"));
        book = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR).asStandard());
        b2b.catalog().prices().add(book, turbine, eur("1000"), YEAR);
        b2b.catalog().prices().add(Price.of(book, turbine, eur("900"), YEAR).withFromQuantity(100));
        b2b.catalog().prices().add(book, support, eur("50"), YEAR);
    }

    protected static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
