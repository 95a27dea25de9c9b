package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import java.time.LocalDate;
import java.time.Month;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** Forecasts and quotas of an organisation whose years begin in February. */
@ParameterizedClass
@EnumSource(Store.class)
class FiscalForecastTest extends StoredTest {

    private static final FiscalCalendar YEARS = FiscalCalendar.startingIn(Month.FEBRUARY);

    FiscalForecastTest(Store store) {
        super(store);
    }

    @BeforeEach
    void store_deals_around_the_turn_of_the_year() {
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        for (String day : new String[] {"2026-02-01", "2026-04-30", "2026-05-01", "2027-01-31", "2027-02-01"}) {
            b2b.deals()
                    .add(Opportunity.named("Deal of " + day)
                            .with(Opportunity.AMOUNT, eur("100"))
                            .with(Opportunity.CLOSE_DATE, LocalDate.parse(day))
                            .openedIn(pipeline, NOW));
        }
    }

    @Test
    void a_year_is_forecast_by_its_own_quarters() {
        Forecast<Void> year = b2b.insight()
                .forecast()
                .closingIn(YEARS.year(2027))
                .quarterly(YEARS)
                .in(CurrencyUnit.EUR);

        assertThat(year.deals()).isEqualTo(4);
        assertThat(year.periods()).hasSize(3);
        assertThat(year.forPeriod(YEARS.quarter(YearQuarter.of(2027, 1))).amount())
                .isEqualTo(eur("200.00"));
        assertThat(year.forPeriod(YEARS.quarter(YearQuarter.of(2027, 4))).amount())
                .isEqualTo(eur("100.00"));
    }

    @Test
    void years_stand_by_themselves() {
        Forecast<Void> both = b2b.insight()
                .forecast()
                .closingIn(LocalDate.of(2026, 2, 1), LocalDate.of(2028, 2, 1))
                .yearly(YEARS)
                .in(CurrencyUnit.EUR);

        assertThat(both.periods())
                .extracting(year -> both.forPeriod(year).deals())
                .containsExactly(4L, 1L);
    }

    @Test
    void a_quota_is_met_in_a_fiscal_quarter() {
        ForecastPeriod quarter = YEARS.quarter(YearQuarter.of(2027, 1));
        Quotas quotas = b2b.insight().forecast().quotas();

        quotas.replace(Quota.ofCompany(quarter, eur("400")));

        assertThat(quotas.findOverall(quarter)).contains(eur("400"));
        assertThat(quotas.findOverall(YEARS.quarter(YearQuarter.of(2027, 2)))).isEmpty();
    }
}
