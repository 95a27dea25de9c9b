package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MoneyTotals;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** What deals are worth over accounts and managers, by the database. */
@ParameterizedClass
@EnumSource(Store.class)
class RollUpTest extends StoredTest {

    private Pipeline pipeline;
    private Account top;
    private Account middle;
    private Account bottom;
    private SalesRep chief;
    private SalesRep rep;

    RollUpTest(Store store) {
        super(store);
    }

    @BeforeEach
    void fill() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        top = account("Top");
        middle = b2b.accounts().add(Account.named("Middle").withParent(top));
        bottom = b2b.accounts().add(Account.named("Bottom").withParent(middle));
        account("Alone");
        chief = rep("Chief");
        rep = b2b.teams().salesReps().add(SalesRep.named("Rep").with(SalesRep.MANAGER, chief.id()));
        add(top, chief, eur("1.50"), true);
        add(middle, rep, usd("2.00"), true);
        add(bottom, rep, eur("4.00"), true);
        add(bottom, rep, eur("8.25"), false);
        add(null, rep, eur("16.00"), true);
    }

    private void add(Account account, SalesRep owner, Money amount, boolean won) {
        Opportunity deal = Opportunity.named("Deal")
                .with(Opportunity.ACCOUNT, account == null ? null : account.id())
                .with(Opportunity.OWNER, owner.id())
                .with(Opportunity.AMOUNT, amount)
                .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 2, 1))
                .openedIn(pipeline, NOW);
        b2b.deals().add(won ? deal.won(pipeline, NOW, LocalDate.of(2027, 1, 10), null) : deal);
    }

    private static MoneyTotals totals(Money... amounts) {
        return MoneyTotals.of(amounts);
    }

    @Test
    void an_account_counts_with_all_that_belong_to_it() {
        Map<Id<Account>, RollUp<DealTotals>> worths = b2b.insight()
                .analytics()
                .where(Opportunity.KIND.is(StageKind.WON))
                .rollUpByAccount();

        assertThat(worths).hasSize(4);
        assertThat(worths.get(top.id()))
                .isEqualTo(new RollUp<>(
                        new DealTotals(1, totals(eur("1.50"))), new DealTotals(3, totals(eur("5.50"), usd("2.00")))));
        assertThat(worths.get(middle.id()))
                .isEqualTo(new RollUp<>(
                        new DealTotals(1, totals(usd("2.00"))), new DealTotals(2, totals(eur("4.00"), usd("2.00")))));
        assertThat(worths.get(bottom.id()).total())
                .isEqualTo(worths.get(bottom.id()).own());
        assertThat(worths.values()).anyMatch(worth -> worth.total().equals(DealTotals.NONE));
    }

    @Test
    void what_is_on_top_is_the_sum_of_all_that_is_below() {
        Map<Id<SalesRep>, RollUp<DealTotals>> worths = b2b.insight().analytics().rollUpByManager();

        DealTotals leaves = worths.values().stream().map(RollUp::own).reduce(DealTotals.NONE, DealTotals::plus);
        assertThat(worths.get(chief.id()).total())
                .isEqualTo(leaves)
                .isEqualTo(new DealTotals(5, totals(eur("29.75"), usd("2.00"))));
    }

    @Test
    void a_forecast_rolls_up_along_accounts_and_managers() {
        ExchangeRates rates = ExchangeRates.builder()
                .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2027, 1, 1), "0.5")
                .build();
        var quarter = b2b.insight().forecast().closingIn(YearQuarter.of(2027, 1));

        Map<Id<Account>, Forecast<Id<Account>>> accounts = quarter.rollUpByAccount(CurrencyUnit.EUR, rates);
        Map<Id<SalesRep>, Forecast<Id<SalesRep>>> managers = quarter.rollUpByManager(CurrencyUnit.EUR, rates);

        assertThat(accounts.get(top.id()).amount()).isEqualTo(eur("14.75"));
        assertThat(accounts.get(bottom.id()).amount()).isEqualTo(eur("12.25"));
        assertThat(managers.get(chief.id()).closed()).isEqualTo(eur("22.50"));
        assertThat(managers.get(rep.id()).open()).isEqualTo(eur("8.25"));
        assertThat(quarter.rollUpByTerritory(CurrencyUnit.EUR, rates)).isEmpty();
    }

    @Test
    void any_figure_rolls_up_over_accounts() {
        Map<Id<Account>, RollUp<Integer>> figures =
                b2b.accounts().rollUp(Map.of(top.id(), 1, bottom.id(), 2), 0, Integer::sum);

        assertThat(figures.get(top.id())).isEqualTo(new RollUp<>(1, 3));
        assertThat(figures.get(middle.id())).isEqualTo(new RollUp<>(0, 2));
    }
}
