package dev.clientele.b2b.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.analytics.Funnel;
import dev.clientele.b2b.analytics.Stalled;
import dev.clientele.b2b.analytics.WinLoss;
import dev.clientele.b2b.hierarchy.Hierarchy;
import dev.clientele.b2b.outlook.ForecastMethod;
import dev.clientele.b2b.outlook.Outlook;
import dev.clientele.b2b.outlook.PipelineHistory;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.ExchangeRates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real deals of a hardware seller, through the public API alone; the figures are those of the issue. */
@ParameterizedClass
@EnumSource(Store.class)
class SalesPipelineTest extends StoredTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final LocalDate DAY = SalesPipelineImport.LAST_DAY;

    SalesPipelineTest(Store store) {
        super(store);
    }

    private Map<Id<SalesRep>, SalesRep> reps() {
        Map<Id<SalesRep>, SalesRep> reps = new HashMap<>();
        try (var all = b2b.salesReps().all().stream()) {
            all.forEach(rep -> reps.put(rep.id(), rep));
        }
        return reps;
    }

    @Test
    void every_row_goes_in_once_and_says_what_it_says() {
        ImportReport first = SalesPipelineImport.run(session);

        assertThat(first.clean()).as(first.errors().toString()).isTrue();
        assertThat(first.added()).isEqualTo(8800);
        assertThat(b2b.opportunities().query(Opportunity.ACCOUNT.isMissing()).count())
                .isEqualTo(1425);
        assertThat(b2b.opportunities()
                        .query(Opportunity.STAGE.is("prospecting"))
                        .count())
                .isEqualTo(500);
        assertThat(b2b.opportunities().query(Opportunity.STAGE.is("engaging")).count())
                .isEqualTo(1589);
        assertThat(b2b.opportunities().query(Opportunity.TAGS.has("GTX Pro")).count())
                .isEqualTo(1480);

        WinLoss all = b2b.analytics().winLoss(DAY, USD, ExchangeRates.none());
        assertThat(all.won()).isEqualTo(4238);
        assertThat(all.lost()).isEqualTo(2473);
        assertThat(all.open()).isEqualTo(2089);
        assertThat(all.winRate()).hasValueCloseTo(0.631501, within(5e-7));
        assertThat(all.wonValue()).isEqualTo(usd("10005534"));
        assertThat(all.wonCycles().mean()).hasValueCloseTo(51.781973, within(5e-7));
        assertThat(all.lostCycles().mean()).hasValueCloseTo(41.479175, within(5e-7));

        Map<Id<SalesRep>, SalesRep> reps = reps();
        Map<String, WinLoss> byRegion = b2b.analytics()
                .winLossBy(
                        deal -> reps.get(deal.require(Opportunity.OWNER)).require(SalesRep.OFFICE),
                        DAY,
                        USD,
                        ExchangeRates.none());
        assertThat(byRegion.get("Central").wonValue()).isEqualTo(usd("3346293"));
        assertThat(byRegion.get("East").wonValue()).isEqualTo(usd("3090594"));
        assertThat(byRegion.get("West").wonValue()).isEqualTo(usd("3568647"));

        families();
        outlooks();

        Stalled stalled = b2b.analytics().stalled(DAY, 0.9);
        assertThat(stalled.limitDays()).isEqualTo(106);
        assertThat(stalled.deals())
                .hasSize(1432)
                .allMatch(stall -> stall.stage().equals("engaging"));
        Funnel funnel =
                b2b.analytics().funnel(b2b.pipelines().findByCode("sales").orElseThrow(), DAY);
        assertThat(funnel.steps()).extracting(Funnel.Step::reached).containsExactly(8800L, 8300L, 4238L);

        Opportunity one = b2b.opportunities().all().first().orElseThrow();
        ImportReport second = SalesPipelineImport.run(session);
        assertThat(second.unchanged()).isEqualTo(8800);
        assertThat(b2b.opportunities().get(one.id())).isEqualTo(one);
        assertThat(b2b.opportunities().history(one.id())).hasSize(1);
    }

    private void families() {
        Map<Id<Account>, Money> own = new HashMap<>();
        b2b.analytics()
                .winLossBy(deal -> deal.get(Opportunity.ACCOUNT), DAY, USD, ExchangeRates.none())
                .forEach((account, figures) -> own.put(account, figures.wonValue()));
        Hierarchy<Account> trees = b2b.accounts().trees();
        Map<Id<Account>, Money> rolledUp = trees.rollUp(own, Money.zero(USD), Money::plus);
        for (Account top : trees.tops()) {
            if (top.name().equals("Acme Corporation")) {
                assertThat(trees.below(top.id())).hasSize(4);
                assertThat(rolledUp.get(top.id())).isEqualTo(usd("519349"));
            } else if (top.name().equals("Sonron")) {
                assertThat(trees.below(top.id())).hasSize(3);
                assertThat(rolledUp.get(top.id())).isEqualTo(usd("479028"));
            }
        }
    }

    private void outlooks() {
        PipelineHistory history = b2b.outlooks()
                .history(b2b.pipelines().findByCode("sales").orElseThrow().id(), USD, ExchangeRates.none());
        Outlook june = Outlook.of(ForecastMethod.standard(), history, LocalDate.of(2017, 6, 30), 92);
        assertThat(june.wins()).isCloseTo(681.4, within(0.05));
        assertThat(june.worth()).isZero(); // what open deals were worth then, the file doesn't tell
    }
}
