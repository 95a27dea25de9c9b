package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.ForecastSnapshot;
import dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Duration;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever may not see a deal doesn't see it anywhere.
 *
 * <p>Bo and Cy sell, and each may see the accounts and deals that are their own. Whichever way Bo asks, by list, by id, by sum,
 * by forecast, by analysis, by snapshot, by history or by the feed of changes, Cy's deal isn't there; until it is handed over.
 */
@ParameterizedClass
@EnumSource(Store.class)
class AccessScenarioTest extends StoredTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final LocalDate FEB = LocalDate.of(2027, 2, 10);
    private static final LocalDate LATER = LocalDate.of(2027, 12, 31);
    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);
    private static final ExchangeRates NO_RATES = ExchangeRates.none();

    private SalesRep bo;
    private Opportunity cysDeal;
    private Opportunity bosDeal;
    private ForecastSnapshot snapshot;
    private CrmSession boActs;
    private B2b asBo;

    AccessScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_deal_each() {
        bo = rep("Bo");
        cysDeal = deal("Initech", rep("Cy"), "70000");
        bosDeal = deal("Globex", bo, "30000");
        snapshot = b2b.insight().forecast().snapshots().take("January", YEAR, EUR, NO_RATES);
        clock.advance(Duration.ofDays(40));
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new OwnOnly(bo.id()))
                .build();
        boActs = guarded.session(session.tenant(), Actor.user("bo"));
        asBo = B2b.in(boActs);
    }

    private Opportunity deal(String account, SalesRep owner, String amount) {
        Account at = b2b.accounts().add(Account.named(account).with(Account.OWNER, owner.id()));
        return b2b.deals()
                .open(
                        Opportunity.of(at, account + " deal")
                                .with(Opportunity.AMOUNT, eur(amount))
                                .with(Opportunity.CLOSE_DATE, FEB),
                        b2b.deals().pipelines().getOrCreate(Pipeline.standard()));
    }

    @Test
    void lists_and_sums_hold_what_one_may_see() {
        assertThat(asBo.deals().all().count()).isEqualTo(1);
        assertThat(asBo.deals().all().page(10).items()).containsExactly(bosDeal);
        assertThat(asBo.deals().all().sum(Opportunity.AMOUNT).amountIn(EUR)).isEqualTo(eur("30000"));
        assertThat(asBo.deals().find(cysDeal.id())).isEmpty();
        assertThat(asBo.deals().query(Opportunity.NAME.is("Initech deal")).count())
                .isZero();
        assertThat(asBo.accounts().hierarchy().records()).hasSize(1);
        assertThatThrownBy(() -> asBo.deals().advance(cysDeal, "Propose"))
                .isInstanceOf(StaleVersionException.class); // as if it had been removed
    }

    @Test
    void forecasts_analyses_and_snapshots_count_what_one_may_see() {
        assertThat(asBo.insight().forecast().closingIn(YEAR).in(EUR).amount()).isEqualTo(eur("30000"));
        assertThat(asBo.insight()
                        .forecast()
                        .closingIn(YEAR)
                        .interval(EUR, NO_RATES, 0.9)
                        .high())
                .isLessThanOrEqualTo(eur("30000"));
        assertThat(asBo.insight().analytics().winLoss(LATER, EUR, NO_RATES).open())
                .isEqualTo(1);
        assertThat(asBo.insight()
                        .analytics()
                        .funnel(asBo.deals().pipelines().findByCode("standard").orElseThrow(), LATER)
                        .steps()
                        .get(0)
                        .reached())
                .isEqualTo(1);
        assertThat(asBo.insight().analytics().slippage().deals()).isEqualTo(1);
        assertThat(asBo.insight().analytics().inactiveDeals(30).deals()).containsExactly(bosDeal.id());
        assertThatThrownBy(() -> asBo.insight().analytics().activity(cysDeal.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(asBo.insight()
                        .projections()
                        .history(bosDeal.pipeline(), EUR, NO_RATES)
                        .paths())
                .hasSize(1);
        assertThat(asBo.insight().forecast().snapshots().entries(snapshot.id()))
                .extracting(ForecastSnapshotEntry::opportunity)
                .containsExactly(bosDeal.id());
    }

    @Test
    void histories_and_the_feed_tell_what_one_may_see() {
        assertThat(asBo.deals().history(cysDeal.id())).isEmpty();
        assertThat(boActs.changes().historyOf(cysDeal.id().value())).isEmpty();
        assertThat(boActs.changes().after(Position.START, 1000))
                .extracting(Change::record)
                .contains(bosDeal.id().value())
                .doesNotContain(
                        cysDeal.id().value(),
                        cysDeal.require(Opportunity.ACCOUNT).value());
    }

    @Test
    void nothing_can_be_tied_to_what_one_may_not_see_and_no_lead_gives_it_away() {
        Contact ana = asBo.contacts().add(Contact.named("Ana"));

        assertThatThrownBy(() -> asBo.deals().stakeholders().assign(cysDeal, ana, BuyingRole.USER))
                .isInstanceOf(InvalidException.class);
        assertThat(asBo.leads()
                        .capture(Lead.of("Ana Silva", "Initech"))
                        .matches()
                        .accounts())
                .isEmpty();
    }

    @Test
    void what_is_handed_over_is_seen_from_then_on_with_its_past() {
        session.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW, cysDeal.id()));
        b2b.deals().save(cysDeal.with(Opportunity.OWNER, bo.id()));

        assertThat(asBo.deals().all().count()).isEqualTo(2);
        assertThat(asBo.insight().forecast().closingIn(YEAR).in(EUR).amount()).isEqualTo(eur("100000"));
        assertThat(asBo.deals().history(cysDeal.id())).hasSize(2);
        assertThat(asBo.insight().analytics().activity(cysDeal.id()).total()).isEqualTo(1);
    }

    /** Accounts, deals and what snapshots tell of them are for their owner. */
    private record OwnOnly(Id<SalesRep> rep) implements AccessPolicy {

        @Override
        public Criteria readable(Actor actor, String type) {
            return switch (type) {
                case "account" -> Account.OWNER.is(rep);
                case "opportunity" -> Opportunity.OWNER.is(rep);
                case "forecast_entry" -> ForecastSnapshotEntry.OWNER.is(rep);
                default -> Criteria.always();
            };
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return readable(actor, type);
        }
    }
}
