package dev.clientele.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.DealImport;
import dev.clientele.b2b.insight.analytics.DealTotals;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.ForecastSnapshot;
import dev.clientele.b2b.insight.winning.TrainingExample;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.health.HealthCheck;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.core.value.ValueInterval;
import dev.clientele.persistence.TenantId;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What reads many records asks few questions and reads no bodies, and comes to what reading one by one comes to. */
@ParameterizedClass
@EnumSource(Store.class)
class BoundedReadsTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    private static final Instant OPENED = NOW.minus(Duration.ofDays(50));

    private CountingStorage counting;
    private CrmSession watched;
    private B2b counted;
    private Pipeline pipeline;

    BoundedReadsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void count() {
        counting = new CountingStorage(storage);
        Crm over = Crm.on(counting.storage()).types(B2b.types()).clock(clock).build();
        watched = over.session(TenantId.of("acme"), Actor.user("alice"));
        counted = B2b.in(watched);
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        counting.takeQuestions();
        counting.takeBodies();
    }

    private List<Account> accounts(int number) {
        return b2b.accounts()
                .addAll(IntStream.range(0, number)
                        .mapToObj(i -> Account.named("Account " + i).with(Account.INDUSTRY, "trade " + i % 3))
                        .toList());
    }

    private List<Opportunity> deals(List<Account> accounts, boolean closed) {
        return B2b.in(session.forImportOfHistory())
                .deals()
                .addAll(IntStream.range(0, accounts.size())
                        .mapToObj(i -> {
                            Opportunity deal = Opportunity.of(accounts.get(i), "Deal " + i)
                                    .with(Opportunity.AMOUNT, eur("100.10"))
                                    .with(Opportunity.CLOSE_DATE, TODAY.plusDays(i % 30))
                                    .with(Opportunity.SOURCE, i % 2 == 0 ? "web" : "fair")
                                    .openedIn(pipeline, OPENED);
                            return closed
                                    ? i % 2 == 0
                                            ? deal.won(pipeline, NOW, TODAY, null)
                                            : deal.lost(pipeline, NOW, TODAY, "price")
                                    : deal;
                        })
                        .toList());
    }

    private void assertAsked(long atMost, long bodies) {
        assertThat(counting.takeQuestions()).as("questions").isPositive().isLessThanOrEqualTo(atMost);
        assertThat(counting.takeBodies()).as("documents with bodies").isLessThanOrEqualTo(bodies);
    }

    @Test
    void examples_to_learn_from_are_read_by_columns() {
        deals(accounts(1200), true);

        List<TrainingExample> examples = counted.insight().winProbabilities().trainingExamples(pipeline);

        assertThat(examples).hasSize(1200);
        assertThat(examples.get(3).won()).isFalse();
        assertThat(examples.get(3).features().categories())
                .isEqualTo(Map.of("stage", pipeline.firstStage().id(), "source", "fair", "industry", "trade 0"));
        assertThat(examples).filteredOn(TrainingExample::won).hasSize(600);
        assertAsked(4, 0);
    }

    @Test
    void sums_over_accounts_are_rolled_up_without_reading_accounts_or_deals() {
        List<Account> accounts = accounts(300);
        b2b.accounts()
                .saveAll(accounts.subList(1, 300).stream()
                        .map(account -> account.withParent(accounts.get(0)))
                        .toList());
        deals(accounts, false);

        assertThat(counted.insight().analytics().rollUpByAccount())
                .containsEntry(accounts.get(0).id(), new RollUp<>(total(1), total(300)))
                .containsEntry(accounts.get(7).id(), new RollUp<>(total(1), total(1)));
        Map<Id<Account>, RollUp<Integer>> employees = counted.accounts()
                .rollUp(accounts.stream().collect(Collectors.toMap(Account::id, account -> 2)), 0, Integer::sum);
        assertThat(employees.get(accounts.get(0).id())).isEqualTo(new RollUp<>(2, 600));
        assertAsked(3, 0);
    }

    private static DealTotals total(long deals) {
        return new DealTotals(deals, MoneyTotals.of(eur("100.10").multipliedBy(deals)));
    }

    @Test
    void slips_of_close_dates_take_two_questions_for_hundreds_of_deals() {
        List<Opportunity> deals = deals(accounts(300), false);
        b2b.deals()
                .saveAll(deals.subList(0, 200).stream()
                        .map(deal -> deal.with(
                                Opportunity.CLOSE_DATE,
                                deal.require(Opportunity.CLOSE_DATE).plusDays(5)))
                        .toList());

        assertThat(counted.insight().analytics().slippage().pushedDays()).isEqualTo(1000);
        assertThat(counted.insight().analytics().mostPushed(7)).hasSize(7);
        assertAsked(4, 0);
    }

    @Test
    void inactive_deals_take_two_questions_for_hundreds_of_deals() {
        List<Opportunity> deals = deals(accounts(300), false);
        session.timeline()
                .record(deals.subList(0, 120).stream()
                        .map(deal -> Interaction.of(
                                Channel.CALL, Direction.INBOUND, NOW.minus(Duration.ofDays(2)), deal.id()))
                        .toList());

        assertThat(counted.insight().analytics().inactiveDeals(10).deals())
                .containsExactlyElementsOf(
                        deals.subList(120, 300).stream().map(Opportunity::id).toList());
        assertAsked(2, 0);
    }

    @Test
    void the_health_of_hundreds_of_accounts_takes_a_few_questions_and_is_that_of_each() {
        List<Account> accounts = accounts(60);
        for (int i = 0; i < 60; i += 3) {
            session.timeline()
                    .record(Interaction.of(
                            Channel.CALL,
                            Direction.INBOUND,
                            NOW.minus(Duration.ofDays(i)),
                            accounts.get(i).id()));
            b2b.revenue()
                    .contracts()
                    .add(Contract.of(accounts.get(i).id(), "Support", eur("10"), TODAY.minusDays(3L * i), 12));
        }
        b2b.accounts().merge(accounts.get(1), accounts.get(3));
        List<Id<Account>> ids = accounts.stream().map(Account::id).toList();

        Map<Id<Account>, HealthCheck> checks = counted.revenue().healthChecks().checkAll(ids);

        assertAsked(8, 21); // contracts and the merge
        assertThat(checks).hasSize(59).doesNotContainKey(accounts.get(3).id());
        checks.forEach((account, check) ->
                assertThat(check).isEqualTo(b2b.revenue().healthChecks().check(account)));
        assertThat(checks.get(accounts.get(1).id()).reasons()).hasSize(2);
    }

    @Test
    void an_import_looks_up_what_its_cells_name_for_all_rows_at_once() {
        accounts(300);
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "d-" + i + ",Qualify,Account " + i + "\n")
                .collect(Collectors.joining());
        DealImport plan =
                DealImport.into(pipeline).externalId("id").stage("stage").account("account", Account.NAME);

        assertThat(plan.run(watched, new StringReader("id,stage,account\n" + rows + "d,Qualify,Nobody\n")))
                .satisfies(report -> assertThat(report.added()).isEqualTo(300))
                .satisfies(report -> assertThat(report.rejected()).isEqualTo(1));
        assertThat(counting.takeQuestions()).isLessThan(20);
    }

    @Test
    void any_import_looks_up_what_its_cells_name_for_all_rows_at_once() {
        accounts(300);
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "Daughter " + i + ",Account " + i + "\n")
                .collect(Collectors.joining());

        assertThat(CsvImport.of(Account.TYPE)
                        .column("name", Account.NAME)
                        .reference("parent", Account.PARENT, Account.TYPE, Account.NAME)
                        .run(watched, new StringReader("name,parent\n" + rows))
                        .added())
                .isEqualTo(300);
        assertThat(counting.takeQuestions()).isLessThan(20);
    }

    @Test
    void forecasts_and_their_snapshots_read_columns() {
        deals(accounts(120), false);
        ForecastPeriod period = ForecastPeriod.between(TODAY, TODAY.plusDays(40));
        var forecasts = counted.insight().forecast();

        ForecastSnapshot before = forecasts.snapshots().take("before", period, CurrencyUnit.EUR, ExchangeRates.none());
        ValueInterval interval = forecasts.closingIn(period).interval(CurrencyUnit.EUR, ExchangeRates.none(), 0.9);

        assertAsked(8, 0);
        assertThat(before.require(ForecastSnapshot.DEALS)).isEqualTo(120);
        Money weighted =
                b2b.insight().forecast().closingIn(period).in(CurrencyUnit.EUR).weighted();
        assertThat(interval.low()).isLessThan(weighted);
        assertThat(interval.high()).isGreaterThan(weighted);
    }
}
