package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.insight.forecast.Quotas;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** What is open over what is left of the quota. Mary leads Bo; the north is a part of the world. */
@ParameterizedClass
@EnumSource(Store.class)
class PipelineCoverageTest extends StoredTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final ForecastPeriod Q1 = ForecastPeriod.of(YearQuarter.of(2027, 1));
    private static final LocalDate FEB = LocalDate.of(2027, 2, 10);

    private SalesRep mary;
    private SalesRep bo;
    private Territory world;
    private Territory north;

    PipelineCoverageTest(Store store) {
        super(store);
    }

    @BeforeEach
    void people_and_places() {
        mary = rep("Mary");
        bo = b2b.teams().salesReps().add(SalesRep.named("Bo").with(SalesRep.MANAGER, mary.id()));
        world = b2b.teams().territories().add(Territory.of("W", "World"));
        north = b2b.teams().territories().add(Territory.of("N", "North").with(Territory.PARENT, world.id()));
    }

    private Opportunity deal(SalesRep owner, Territory territory, Money amount) {
        return b2b.deals()
                .open(
                        Opportunity.named("Deal")
                                .with(Opportunity.OWNER, owner.id())
                                .with(Opportunity.TERRITORY, territory.id())
                                .with(Opportunity.AMOUNT, amount)
                                .with(Opportunity.CLOSE_DATE, FEB),
                        b2b.deals().pipelines().getOrCreate(Pipeline.standard()));
    }

    private Quotas quotas() {
        return b2b.insight().forecast().quotas();
    }

    private PipelineCoverage coverage() {
        return b2b.insight().analytics().coverage(Q1, EUR, ExchangeRates.none());
    }

    @Test
    void open_deals_cover_what_is_left_of_a_quota_so_many_times() {
        b2b.deals().win(deal(bo, north, eur("40")), FEB);
        deal(bo, north, eur("120"));
        deal(mary, world, eur("30"));
        quotas().replace(Quota.ofRep(bo.id(), Q1, eur("100")));
        quotas().replace(Quota.ofRep(mary.id(), Q1, eur("190")));
        quotas().replace(Quota.ofTerritory(north.id(), Q1, eur("80")));
        quotas().replace(Quota.ofTerritory(world.id(), Q1, eur("240")));
        quotas().replace(Quota.ofCompany(Q1, eur("340")));

        PipelineCoverage coverage = coverage();

        assertThat(coverage.byRep().get(bo.id()).gap()).isEqualTo(eur("60"));
        assertThat(coverage.byRep().get(bo.id()).coverage()).hasValueCloseTo(2.0, within(1e-12)); // 120 : 60
        assertThat(coverage.byRep().get(mary.id()).coverage()).hasValueCloseTo(1.0, within(1e-12)); // 150 : 150
        assertThat(coverage.byTerritory().get(north.id()).coverage()).hasValueCloseTo(3.0, within(1e-12)); // 120 : 40
        assertThat(coverage.byTerritory().get(world.id()).coverage()).hasValueCloseTo(0.75, within(1e-12)); // 150 : 200
        assertThat(coverage.total().orElseThrow().coverage()).hasValueCloseTo(0.5, within(1e-12)); // 150 : 300
    }

    @Test
    void who_has_no_quota_is_not_there_and_a_reached_one_needs_no_cover() {
        b2b.deals().win(deal(bo, north, eur("40")), FEB);
        quotas().replace(Quota.ofRep(bo.id(), Q1, eur("40")));

        assertThat(coverage().byRep()).containsOnlyKeys(bo.id());
        assertThat(coverage().byRep().get(bo.id()).coverage()).isEmpty();
        assertThat(coverage().byTerritory()).isEmpty();
        assertThat(coverage().total()).isEmpty();
    }

    @Test
    void deals_count_at_the_rate_of_their_day_and_a_quota_at_that_of_the_first() {
        deal(bo, north, usd("100"));
        quotas().replace(Quota.ofCompany(Q1, usd("100")));
        ExchangeRates rates = ExchangeRates.builder()
                .quote(CurrencyUnit.USD, EUR, LocalDate.of(2027, 1, 1), "0.5")
                .quote(CurrencyUnit.USD, EUR, FEB, "0.9")
                .build();

        PipelineCoverage coverage = b2b.insight().analytics().coverage(Q1, EUR, rates);

        assertThat(coverage.total().orElseThrow().quota()).isEqualTo(eur("50"));
        assertThat(coverage.total().orElseThrow().open()).isEqualTo(eur("90"));
        assertThatThrownBy(this::coverage).isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void deals_can_be_narrowed() {
        deal(bo, north, eur("120"));
        deal(bo, world, eur("30"));
        quotas().replace(Quota.ofRep(bo.id(), Q1, eur("60")));

        PipelineCoverage coverage = b2b.insight()
                .analytics()
                .where(Opportunity.TERRITORY.is(north.id()))
                .coverage(Q1, EUR, ExchangeRates.none());

        assertThat(coverage.byRep().get(bo.id()).coverage()).hasValueCloseTo(2.0, within(1e-12));
    }
}
