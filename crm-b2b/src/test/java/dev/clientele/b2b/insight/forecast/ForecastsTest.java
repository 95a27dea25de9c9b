package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** The worked examples are those of b2b-worked-examples.json, with the sources named there. */
@ParameterizedClass
@EnumSource(Store.class)
class ForecastsTest extends StoredTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final YearQuarter Q1 = YearQuarter.of(2027, 1);
    private static final LocalDate FEB = LocalDate.of(2027, 2, 10);

    private Pipeline pipeline;

    ForecastsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void storePipeline() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
    }

    private Opportunity deal(@Nullable Money amount, String probability, LocalDate closing) {
        return Opportunity.named("Deal")
                .with(Opportunity.AMOUNT, amount)
                .with(Opportunity.CLOSE_DATE, closing)
                .openedIn(pipeline, NOW)
                .withProbability(Probability.parse(probability));
    }

    private void add(Opportunity... deals) {
        b2b.deals().addAll(Arrays.asList(deals));
    }

    /** help.brevo.com 360019089760: five deals at 15 %. */
    @Test
    void five_deals_of_38530_at_15_per_cent_weigh_5779_and_a_half() {
        for (String amount : new String[] {"20000", "10330", "4400", "2300", "1500"}) {
            add(deal(usd(amount), "0.15", FEB));
        }

        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(USD);

        assertThat(forecast.amount()).isEqualTo(usd("38530.00"));
        assertThat(forecast.weighted()).isEqualTo(usd("5779.50"));
        assertThat(forecast.deals()).isEqualTo(5);
    }

    /** crmsupport.freshworks.com 50000002959: six deals at 70 %. */
    @Test
    void six_deals_of_12285_at_70_per_cent_weigh_8599_and_a_half() {
        for (String amount : new String[] {"3950", "3060", "1460", "1340", "1285", "1190"}) {
            add(deal(usd(amount), "0.7", FEB));
        }

        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(USD);

        assertThat(forecast.amount()).isEqualTo(usd("12285.00"));
        assertThat(forecast.weighted()).isEqualTo(usd("8599.50"));
    }

    /** github.com/frappe/crm/issues/798: 100,000 each at 50, 50 and 100 % in June, July and August. */
    @Test
    void each_month_stands_by_itself() {
        Money amount = Money.parse("INR 100000");
        add(
                deal(amount, "0.5", LocalDate.of(2025, 6, 1)),
                deal(amount, "0.5", LocalDate.of(2025, 7, 31)),
                deal(amount, "1", LocalDate.of(2025, 8, 15)));

        Forecast<Void> forecast = b2b.insight()
                .forecast()
                .closingIn(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1))
                .monthly()
                .in(CurrencyUnit.of("INR"));

        assertThat(forecast.periods())
                .extracting(month -> forecast.forPeriod(month).weighted())
                .containsExactly(Money.parse("INR 50000"), Money.parse("INR 50000"), Money.parse("INR 100000"));
        assertThat(forecast.weighted()).isEqualTo(Money.parse("INR 200000"));
    }

    /** Worked by hand: EUR 100,000 closing on either side of a rate change, and before the first rate. */
    @Test
    void a_deal_is_converted_at_the_rate_of_its_close_date() {
        ExchangeRates rates = ExchangeRates.builder()
                .quote(EUR, USD, LocalDate.of(2025, 1, 1), "1.04")
                .quote(EUR, USD, LocalDate.of(2025, 4, 1), "1.08")
                .quote(EUR, USD, LocalDate.of(2025, 7, 1), "1.17")
                .build();
        add(
                deal(eur("100000"), "1", LocalDate.of(2025, 3, 31)),
                deal(eur("100000"), "1", LocalDate.of(2025, 4, 1)),
                deal(eur("100000"), "1", LocalDate.of(2025, 12, 31)));

        Forecast<Void> year = b2b.insight()
                .forecast()
                .closingIn(ForecastPeriod.ofYear(2025))
                .quarterly()
                .in(USD, rates);

        assertThat(year.periods())
                .extracting(quarter -> year.forPeriod(quarter).amount())
                .containsExactly(usd("104000.00"), usd("108000.00"), usd("117000.00"));
        assertThat(b2b.insight()
                        .forecast()
                        .closingIn(ForecastPeriod.ofYear(2025))
                        .in(USD, rates)
                        .amount())
                .isEqualTo(usd("329000.00"));
        add(deal(eur("100000"), "1", LocalDate.of(2024, 12, 31)));
        assertThatThrownBy(() -> b2b.insight()
                        .forecast()
                        .closingIn(YearMonth.of(2024, 12))
                        .in(USD, rates))
                .isInstanceOfSatisfying(
                        MissingExchangeRateException.class,
                        missing -> assertThat(missing.date()).isEqualTo(LocalDate.of(2024, 12, 31)));
    }

    @Test
    void currencies_are_never_added_up_without_rates() {
        add(deal(eur("1"), "0.5", FEB), deal(usd("1"), "0.5", FEB));

        assertThatThrownBy(() -> b2b.insight().forecast().closingIn(Q1).in(EUR))
                .isInstanceOf(MissingExchangeRateException.class);
        assertThat(b2b.insight().forecast().closingIn(Q1).onlyIn(EUR).amount()).isEqualTo(eur("1.00"));
    }

    @Test
    void won_deals_count_in_full_and_lost_ones_not_at_all() {
        add(
                deal(eur("100"), "0.5", FEB),
                deal(eur("200"), "0.5", FEB).won(pipeline, NOW, FEB, null),
                deal(eur("400"), "0.5", FEB).lost(pipeline, NOW, FEB, "price"),
                deal(eur("800"), "0.5", FEB).withCategory(ForecastCategory.OMITTED));

        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(EUR);

        assertThat(forecast.closed()).isEqualTo(eur("200.00"));
        assertThat(forecast.open()).isEqualTo(eur("100.00"));
        assertThat(forecast.weighted()).isEqualTo(eur("250.00"));
    }

    @Test
    void categories_add_up_from_firm_to_hopeful() {
        for (Stage stage : pipeline.openStages()) {
            add(Opportunity.named(stage.name())
                    .with(Opportunity.AMOUNT, eur("100"))
                    .with(Opportunity.CLOSE_DATE, FEB)
                    .openedIn(pipeline, NOW)
                    .movedTo(pipeline, stage, NOW));
        }
        add(deal(eur("1000"), "0.5", FEB).won(pipeline, NOW, FEB, null));

        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(EUR);

        assertThat(forecast.closed()).isEqualTo(eur("1000.00"));
        assertThat(forecast.commit()).isEqualTo(eur("1200.00"));
        assertThat(forecast.bestCase()).isEqualTo(eur("1300.00"));
        assertThat(forecast.amount()).isEqualTo(eur("1500.00"));
        assertThat(forecast.weighted()).isEqualTo(eur("1245.00"));
    }

    @Test
    void owners_stand_by_themselves_and_add_up() {
        SalesRep bo = rep("Bo");
        SalesRep cy = rep("Cy");
        add(
                deal(eur("10.01"), "0.5", FEB).with(Opportunity.OWNER, bo.id()),
                deal(eur("20.02"), "0.25", FEB).with(Opportunity.OWNER, cy.id()),
                deal(eur("30.03"), "0.125", FEB));

        Forecast<Id<SalesRep>> forecast =
                b2b.insight().forecast().closingIn(Q1).by(Opportunity.OWNER).in(EUR);

        assertThat(forecast.keys()).containsExactly(bo.id(), cy.id(), null);
        assertThat(forecast.forKey(bo.id()).amount()).isEqualTo(eur("10.01"));
        assertThat(forecast.forKey(null).deals()).isEqualTo(1);
        assertThat(forecast.amount()).isEqualTo(eur("60.06"));
        assertThat(forecast.keys().stream()
                        .map(owner -> forecast.forKey(owner).weighted())
                        .reduce(Money.zero(EUR), Money::plus))
                .isEqualTo(forecast.weighted());
    }

    @Test
    void deals_without_an_amount_are_counted_and_told() {
        add(deal(null, "0.5", FEB), deal(eur("5"), "0.5", FEB));

        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(EUR);

        assertThat(forecast.deals()).isEqualTo(2);
        assertThat(forecast.unpriced()).isEqualTo(1);
        assertThat(forecast.amount()).isEqualTo(eur("5.00"));
    }

    @Test
    void a_forecast_can_be_narrowed_by_any_criteria() {
        add(deal(eur("5"), "0.5", FEB), deal(eur("50"), "0.5", FEB));

        assertThat(b2b.insight()
                        .forecast()
                        .closingIn(Q1)
                        .where(Opportunity.AMOUNT.atLeast(eur("10")))
                        .in(EUR)
                        .amount())
                .isEqualTo(eur("50.00"));
    }

    @Test
    void nothing_is_forecast_over_nothing() {
        Forecast<Void> forecast = b2b.insight().forecast().closingIn(Q1).in(EUR);

        assertThat(forecast.lines()).isEmpty();
        assertThat(forecast.weighted()).isEqualTo(eur("0.00"));
    }
}
