package dev.clientele.b2b.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.csv.CsvExport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Products and prices come in and go out by their declared fields. */
@ParameterizedClass
@EnumSource(Store.class)
class CatalogCsvTest extends StoredTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final String PRODUCTS = """
            code,name,family,unit,billing
            T-100,Turbine,hardware,piece,ONE_OFF
            S-1,Support,services,seat,MONTHLY
            S-2,Hotline,services,seat,WEEKLY
            """;
    private static final String PRICES = """
            external_id,Book,Product,amount,from_quantity,valid_from
            1,EU,T-100,EUR 1000.00,0,2027-01-01
            2,EU,T-100,EUR 900.00,10,2027-01-01
            3,EU,X-1,EUR 5.00,0,2027-01-01
            """;

    CatalogCsvTest(Store store) {
        super(store);
    }

    private ImportReport importProducts() {
        return CsvImport.of(Product.TYPE).matchBy(Product.CODE).run(session, new StringReader(PRODUCTS));
    }

    private ImportReport importPrices() {
        return CsvImport.of(Price.TYPE)
                .reference("Book", Price.BOOK, PriceBook.TYPE, PriceBook.CODE)
                .reference("Product", Price.PRODUCT, Product.TYPE, Product.CODE)
                .matchBy(Price.EXTERNAL_ID)
                .run(session, new StringReader(PRICES));
    }

    @Test
    void products_and_prices_come_in_and_a_second_time_change_nothing() {
        PriceBook book = b2b.catalog().priceBooks().add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR));

        assertThat(importProducts().added()).isEqualTo(2);
        assertThat(importPrices().added()).isEqualTo(2);
        ImportReport again = importPrices();

        Product turbine = b2b.catalog().products().findByCode("T-100").orElseThrow();
        assertThat(b2b.catalog().prices().getListPrice(book, turbine, BigDecimal.TEN, DAY))
                .isEqualTo(eur("900"));
        assertThat(importProducts().added()).isZero();
        assertThat(again.added()).isZero();
        assertThat(again.changed()).isZero();
    }

    @Test
    void a_row_that_does_not_fit_is_named() {
        b2b.catalog().priceBooks().add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR));

        assertThat(importProducts().errors()).singleElement().asString().contains("billing");
        assertThat(importPrices().errors()).singleElement().asString().contains("Product");
    }

    @Test
    void what_is_exported_is_read_back_as_it_was() {
        importProducts();
        StringBuilder file = new StringBuilder();
        CsvExport.of(Product.TYPE).write(b2b.catalog().products().all().stream(), file);

        ImportReport report = CsvImport.of(Product.TYPE).run(session, new StringReader(file.toString()));

        assertThat(file).contains("T-100,Turbine,hardware,piece,ONE_OFF");
        assertThat(report.changed()).isZero();
        assertThat(report.added()).isZero();
    }
}
