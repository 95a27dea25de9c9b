package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastAdjustment;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.testing.Race;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** The invariants of quotas and adjustments when 32 set them at once. */
@ParameterizedClass
@EnumSource(Store.class)
class ForecastRaceTest extends StoredTest {

    private static final ForecastPeriod Q1 = ForecastPeriod.of(YearQuarter.of(2027, 1));

    private SalesRep mary;

    ForecastRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_rep_with_a_deal() {
        mary = rep("Mary");
        b2b.deals()
                .open(
                        Opportunity.of(account("Globex"), "Turbines")
                                .with(Opportunity.OWNER, mary.id())
                                .with(Opportunity.AMOUNT, eur("100"))
                                .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 2, 10)),
                        Pipeline.standard());
    }

    @Test
    void a_holder_has_one_quota_and_nobody_who_sets_it_is_refused() {
        List<Quota> quotas = Race.all(i -> actor(i).insight()
                .forecast()
                .quotas()
                .replace(Quota.ofRep(mary.id(), Q1, eur("1000").plus(i))));

        assertThat(quotas).extracting(Entity::id).containsOnly(quotas.get(0).id());
        assertThat(b2b.insight().forecast().quotas().all().count()).isEqualTo(1);
    }

    @Test
    void adjustments_of_one_forecast_are_numbered_without_gaps_and_nobody_is_refused() {
        Forecast<Id<SalesRep>> forecast =
                b2b.insight().forecast().closingIn(Q1).by(Opportunity.OWNER).in(CurrencyUnit.EUR);

        Race.all(i ->
                actor(i).insight().forecast().adjustments().adjust(mary.id(), forecast, eur("1").plus(i), "because"));

        assertThat(b2b.insight().forecast().adjustments().history(mary.id(), Q1))
                .extracting(each -> each.require(ForecastAdjustment.REVISION))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, Race.THREADS).boxed().toList());
    }
}
