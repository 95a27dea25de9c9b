package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.forecast.ForecastAdjustment;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.contract.Contracts;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.testing.ProcessRace;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;

/** Contracts that are renewed or ended, orders that all report, and the figures of the year. */
final class RevenueDecisions implements ProcessDecisions {

    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);

    @Override
    public void prepare(B2b b2b) {
        b2b.teams().salesReps().add(SalesRep.named("Ada"));
        for (int i = 0; i < RECORDS; i++) {
            Account account = b2b.accounts().add(Account.named("Subscriber " + i));
            b2b.revenue()
                    .contracts()
                    .add(Contract.of(account.id(), "Support", PRICE, TODAY.minusMonths(2), 12)
                            .with(Contract.EXTERNAL_ID, "contract-" + i));
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Contracts contracts = b2b.revenue().contracts();
        Contract contract = ProcessDecisions.first(contracts, Contract.EXTERNAL_ID.is("contract-" + record));
        ProcessDecisions.attempt(() -> {
            if (process % 2 == 0) {
                contracts.renew(contract);
            } else {
                contracts.end(contract, TODAY, "moved");
            }
        });
        b2b.revenue().orders().record(Order.of(contract.account(), PRICE, NOW).withExternalId("shop", "o-" + record));
        SalesRep ada = ProcessDecisions.first(b2b.teams().salesReps(), SalesRep.NAME.is("Ada"));
        b2b.insight().forecast().quotas().replace(Quota.ofRep(ada.id(), YEAR, PRICE.plus(process)));
        b2b.insight()
                .forecast()
                .adjustments()
                .adjust(
                        ada.id(),
                        b2b.insight()
                                .forecast()
                                .closingIn(YEAR)
                                .by(Opportunity.OWNER)
                                .in(CurrencyUnit.EUR),
                        PRICE,
                        "because");
    }

    @Override
    public void verify(B2b b2b) {
        for (Contract contract : ProcessDecisions.list(b2b.revenue().contracts())) {
            long renewals = b2b.revenue()
                    .contracts()
                    .query(Contract.PREVIOUS.is(contract.id()))
                    .count();
            assertThat(renewals)
                    .as("an ended contract isn't renewed, and none twice")
                    .isLessThanOrEqualTo(contract.isTerminated() ? 0 : 1);
            if (contract.isTerminated() || renewals > 0) {
                assertThat(b2b.revenue().orders().history(contract.account()).orders())
                        .as("an order that all report counts once")
                        .hasSize(1);
            }
        }
        assertThat(b2b.insight().forecast().quotas().all().count())
                .as("one quota of a holder and a period")
                .isEqualTo(1);
        SalesRep ada = ProcessDecisions.first(b2b.teams().salesReps(), SalesRep.NAME.is("Ada"));
        assertThat(b2b.insight().forecast().adjustments().history(ada.id(), YEAR))
                .as("adjustments are numbered without a gap")
                .extracting(each -> each.require(ForecastAdjustment.REVISION))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) RECORDS * ProcessRace.PROCESSES)
                        .boxed()
                        .toList());
    }
}
