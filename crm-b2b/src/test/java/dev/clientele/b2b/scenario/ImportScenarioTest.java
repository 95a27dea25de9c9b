package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.exchange.deals.SalesPipelineImport;
import dev.clientele.b2b.insight.analytics.Funnel;
import dev.clientele.b2b.insight.analytics.WinLoss;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.change.Change;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 1, a real pipeline comes in.
 *
 * <p>A hardware seller hands over its accounts with their parents, its products, sales teams and 8,800 deals as CSV, in which one product
 * is spelt in two ways, 1,425 deals name no account and 500 no day on which they began. Everything goes in and says what it
 * said; what was missing is counted in the report; listeners hear of every record as of any other change; every figure comes out
 * as in the files; and the same files a second time change nothing.
 */
@ParameterizedClass
@EnumSource(Store.class)
class ImportScenarioTest {

    @RegisterExtension
    static final SalesOnce SALES = new SalesOnce();

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final LocalDate DAY = SalesPipelineImport.LAST_DAY;

    private final Store store;
    private ImportedSales sales;
    private B2b b2b;

    ImportScenarioTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void imported() {
        sales = SALES.on(store);
        b2b = sales.b2b;
    }

    private static Money usd(long amount) {
        return Money.ofMajor(USD, amount);
    }

    @Test
    void every_row_goes_in_and_what_is_missing_is_reported() {
        ImportReport report = sales.report;

        assertThat(report.isFullyImported()).as(report.errors().toString()).isTrue();
        assertThat(report.added()).isEqualTo(8800);
        assertThat(report.blankCellCounts())
                .containsOnly(
                        entry("account", 1425L),
                        entry("engage_date", 500L),
                        entry("close_date", 2089L),
                        entry("close_value", 2089L));
        assertThat(b2b.accounts().all().count()).isEqualTo(85);
        assertThat(count(Opportunity.ACCOUNT.isMissing())).isEqualTo(1425);
        assertThat(count(Opportunity.STAGE.is("prospecting"))).isEqualTo(500);
        assertThat(count(Opportunity.STAGE.is("engaging"))).isEqualTo(1589);
        assertThat(count(Opportunity.TAGS.has("GTX Pro"))).isEqualTo(1480);
        assertThat(count(Opportunity.TAGS.has("GTXPro"))).isZero();
    }

    @Test
    void every_deal_is_about_a_product_that_has_a_price() {
        PriceBook book = b2b.catalog().priceBooks().findStandard(USD).orElseThrow();
        long deals = 0;
        try (Stream<Product> products = b2b.catalog().products().all().stream()) {
            for (Product product : products.toList()) {
                assertThat(b2b.catalog().prices().getListPrice(book, product, BigDecimal.ONE, DAY))
                        .isGreaterThan(usd(0));
                deals += count(Opportunity.TAGS.has(product.name()));
            }
        }

        assertThat(b2b.catalog().products().all().count()).isEqualTo(7);
        assertThat(deals).isEqualTo(8800);
        Product pro = b2b.catalog()
                .products()
                .query(Product.NAME.is("GTX Pro"))
                .first()
                .orElseThrow();
        assertThat(b2b.catalog().prices().getListPrice(book, pro, BigDecimal.ONE, DAY))
                .isEqualTo(usd(4821));
    }

    private long count(Criteria criteria) {
        return b2b.deals().query(criteria).count();
    }

    @Test
    void what_was_won_and_lost_comes_out_as_in_the_file() {
        WinLoss all = b2b.insight().analytics().winLoss(DAY, USD, ExchangeRates.none());

        assertThat(all.won()).isEqualTo(4238);
        assertThat(all.lost()).isEqualTo(2473);
        assertThat(all.open()).isEqualTo(1589 + 500);
        assertThat(all.winRate()).hasValueCloseTo(0.631501, within(5e-7));
        assertThat(all.wonValue()).isEqualTo(usd(10005534));
        assertThat(all.wonCycles().mean()).hasValueCloseTo(51.781973, within(5e-7));
        assertThat(all.lostCycles().mean()).hasValueCloseTo(41.479175, within(5e-7));
        assertThat(b2b.insight()
                        .analytics()
                        .velocity(DAY, USD, ExchangeRates.none())
                        .orElseThrow()
                        .perDay())
                .isCloseTo(2089 * (10005534.0 / 4238) * (4238.0 / 6711) / 51.781973, within(0.01));
        assertThat(b2b.insight().analytics().funnel(sales.pipeline(), DAY).steps())
                .extracting(Funnel.FunnelStage::reached)
                .containsExactly(8800L, 8300L, 4238L);
    }

    @Test
    void regions_and_families_add_up() {
        Map<Id<SalesRep>, Money> byOwner = wonBy(Opportunity.OWNER);
        Map<String, Money> byRegion = new HashMap<>();
        b2b.teams()
                .salesReps()
                .findAll(byOwner.keySet())
                .forEach(rep -> byRegion.merge(rep.require(SalesRep.OFFICE), byOwner.get(rep.id()), Money::plus));
        assertThat(byRegion)
                .containsOnly(entry("Central", usd(3346293)), entry("East", usd(3090594)), entry("West", usd(3568647)));

        Hierarchy<Account> trees = b2b.accounts().hierarchy();
        Map<Id<Account>, Money> families = trees.rollUp(wonBy(Opportunity.ACCOUNT), Money.zero(USD), Money::plus);
        Map<String, Money> byName = new HashMap<>();
        trees.roots().forEach(top -> byName.put(top.name(), families.get(top.id())));
        assertThat(byName).containsEntry("Acme Corporation", usd(519349)).containsEntry("Sonron", usd(479028));
        assertThat(byName.values().stream().reduce(Money.zero(USD), Money::plus))
                .isEqualTo(usd(10005534));
    }

    private <K> Map<K, Money> wonBy(ColumnField<Opportunity, K> field) {
        Map<K, Money> won = new HashMap<>();
        b2b.insight()
                .analytics()
                .winLossBy(deal -> deal.get(field), DAY, USD, ExchangeRates.none())
                .forEach((key, figures) -> won.put(key, figures.wonValue()));
        return won;
    }

    @Test
    void an_import_is_told_like_any_other_change_and_a_second_one_changes_nothing() {
        assertThat(sales.told("opportunity", Change.Action.ADDED)).isEqualTo(8800);
        assertThat(sales.told("account", Change.Action.ADDED)).isEqualTo(85);
        long parents = sales.told("account", Change.Action.SAVED);
        Opportunity won = b2b.deals().findByExternalId("1C1I7A6R").orElseThrow();
        List<Change> history = b2b.deals().history(won.id());
        assertThat(history).singleElement().satisfies(change -> {
            assertThat(change.actor()).isEqualTo(sales.session.actor());
            assertThat(change.fields()).containsKey("amount");
        });

        ImportReport second = SalesPipelineImport.run(sales.session);

        assertThat(second.unchanged()).isEqualTo(8800);
        assertThat(b2b.deals().get(won.id())).isEqualTo(won);
        assertThat(b2b.deals().history(won.id())).isEqualTo(history);
        assertThat(sales.told("opportunity", Change.Action.ADDED)).isEqualTo(8800);
        assertThat(sales.told("account", Change.Action.ADDED)).isEqualTo(85);
        assertThat(sales.told("account", Change.Action.SAVED)).isEqualTo(parents);
        for (String type : List.of("product", "price")) {
            assertThat(sales.told(type, Change.Action.ADDED)).isEqualTo(7);
            assertThat(sales.told(type, Change.Action.SAVED)).isZero();
        }
    }
}
