package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Shared;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.catalog.BillingFrequency;
import dev.clientele.b2b.catalog.Price;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads shared/data/sales-pipeline through the public API. */
public final class SalesPipelineImport {

    public static final LocalDate FIRST_DAY = LocalDate.of(2016, 10, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 31);

    public static final Pipeline PIPELINE = Pipeline.of(
            "sales",
            "Sales",
            Stage.open("prospecting", "Prospecting", "0.1", ForecastCategory.PIPELINE),
            Stage.open("engaging", "Engaging", "0.5", ForecastCategory.BEST_CASE),
            Stage.won("won", "Won"),
            Stage.lost("lost", "Lost"));

    private SalesPipelineImport() {}

    public static DealImport deals() {
        return DealImport.into(PIPELINE)
                .externalId("opportunity_id")
                .stage("deal_stage")
                .enteredOn("engage_date")
                .closedOn("close_date")
                .closedFrom("engaging")
                .defaultEntryDate(LAST_DAY)
                .amount("close_value", CurrencyUnit.USD)
                .account("account", Account.NAME)
                .owner("sales_agent", SalesRep.NAME)
                .column("product", Opportunity.TAGS, Set::of)
                .withReplacements("product", Map.of("GTXPro", "GTX Pro"));
    }

    public static CsvImport<Account> accounts() {
        return CsvImport.of(Account.TYPE)
                .column("account", Account.NAME)
                .column("sector", Account.INDUSTRY)
                .replaceValues("sector", Map.of("technolgy", "technology"))
                .matchBy(Account.NAME);
    }

    /** Accounts, with their parents in a second reading, representatives, and deals. */
    public static ImportReport run(CrmSession session) {
        accounts(session);
        reps(session);
        products(session);
        return read("sales_pipeline.csv", reader -> deals().run(session, reader));
    }

    /** Parents in a second reading, since a subsidiary may come before its parent. */
    public static void accounts(CrmSession session) {
        read("accounts.csv", reader -> accounts().run(session, reader));
        read(
                "accounts.csv",
                reader -> accounts()
                        .reference("subsidiary_of", Account.PARENT, Account.TYPE, Account.NAME)
                        .run(session, reader));
    }

    /** Managers first. */
    public static void reps(CrmSession session) {
        CsvImport<SalesRep> reps = CsvImport.of(SalesRep.TYPE).matchBy(SalesRep.NAME);
        read("sales_teams.csv", reader -> reps.column("manager", SalesRep.NAME).run(session, reader));
        read(
                "sales_teams.csv",
                reader -> reps.column("sales_agent", SalesRep.NAME)
                        .column("regional_office", SalesRep.OFFICE)
                        .reference("manager", SalesRep.MANAGER, SalesRep.TYPE, SalesRep.NAME)
                        .run(session, reader));
    }

    /** Products, and what they cost in dollars. */
    public static void products(CrmSession session) {
        B2b b2b = B2b.in(session);
        PriceBook book = b2b.catalog()
                .priceBooks()
                .findByCode("usd")
                .orElseGet(() -> b2b.catalog()
                        .priceBooks()
                        .add(PriceBook.of("usd", "Dollars", CurrencyUnit.USD).asStandard()));
        read(
                "products.csv",
                reader -> CsvImport.of(Product.TYPE)
                        .column("product", Product.NAME)
                        .column("series", Product.FAMILY)
                        .matchBy(Product.NAME)
                        .transformNew(product -> product.with(Product.CODE, product.name())
                                .with(Product.BILLING, BillingFrequency.ONE_OFF))
                        .run(session, reader));
        read(
                "products.csv",
                reader -> CsvImport.of(Price.TYPE)
                        .reference("product", Price.PRODUCT, Product.TYPE, Product.NAME)
                        .column("sales_price", Price.AMOUNT, text -> Money.of(CurrencyUnit.USD, new BigDecimal(text)))
                        .matchBy(Price.PRODUCT)
                        .transformNew(price -> price.with(Price.BOOK, book.id())
                                .with(Price.FROM_QUANTITY, 0L)
                                .with(Price.VALID_FROM, FIRST_DAY))
                        .run(session, reader));
    }

    interface Reading {
        ImportReport run(Reader reader);
    }

    static ImportReport read(String file, Reading reading) {
        try (Reader reader = Files.newBufferedReader(Shared.file("data/sales-pipeline/" + file))) {
            return reading.run(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
