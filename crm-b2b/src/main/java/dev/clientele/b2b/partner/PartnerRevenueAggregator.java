package dev.clientele.b2b.partner;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastLine;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.Forecasts;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The adding up of partners' won revenue: sourced revenue in the database, influenced revenue deal by deal. */
final class PartnerRevenueAggregator {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final ForecastPeriod period;
    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private final Map<Id<Account>, PartnerTotals> partners = new TreeMap<>();
    private final PartnerTotals own;
    private final PartnerTotals helped;

    PartnerRevenueAggregator(CrmSession session, ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        this.session = session;
        this.period = period;
        this.currency = currency;
        this.rates = rates;
        this.own = new PartnerTotals(Money.zero(currency));
        this.helped = new PartnerTotals(Money.zero(currency));
    }

    ChannelRevenue aggregate() {
        addSourced();
        addInfluenced();
        List<PartnerRevenue> lines = new ArrayList<>();
        partners.forEach((partner, sums) -> lines.add(
                new PartnerRevenue(partner, sums.sourcedDeals, sums.sourced, sums.influencedDeals, sums.influenced)));
        return new ChannelRevenue(
                period, currency, own.sourcedDeals, own.sourced, helped.influencedDeals, helped.influenced, lines);
    }

    private void addSourced() {
        Forecast<Id<Account>> won = new Forecasts(session)
                .closingIn(period)
                .where(Opportunity.KIND.is(StageKind.WON))
                .by(Opportunity.SOURCED_BY)
                .in(currency, rates);
        for (ForecastLine<Id<Account>> line : won.lines()) {
            PartnerTotals sums = of(line.key());
            sums.sourcedDeals += line.deals();
            sums.sourced = sums.sourced.plus(line.amount());
        }
    }

    /** Goes through the deals that were won in the period, and asks who helped with some hundreds at a time. */
    private void addInfluenced() {
        Criteria won = Opportunity.CLOSE_DATE
                .between(period.startInclusive(), period.endExclusive())
                .and(Opportunity.KIND.is(StageKind.WON));
        session.repository(Opportunity.TYPE)
                .query(won)
                .columns(List.of(Opportunity.AMOUNT, Opportunity.CLOSE_DATE))
                .forEachPage(BATCH, deals -> {
                    ListMultimap<Id<Opportunity>, Id<Account>> helpers = helpers(deals);
                    for (RecordColumns<Opportunity> deal : deals) {
                        if (helpers.containsKey(deal.id())) {
                            Money amount = converted(deal);
                            helped.influence(amount);
                            helpers.get(deal.id())
                                    .forEach(partner -> of(partner).influence(amount));
                        }
                    }
                });
    }

    private ListMultimap<Id<Opportunity>, Id<Account>> helpers(List<RecordColumns<Opportunity>> deals) {
        ListMultimap<Id<Opportunity>, Id<Account>> helpers =
                MultimapBuilder.hashKeys().arrayListValues().build();
        Criteria among = PartnerInfluence.OPPORTUNITY.in(
                deals.stream().map(RecordColumns::id).toList());
        try (Stream<RecordColumns<PartnerInfluence>> influences = session
                .repository(PartnerInfluence.TYPE)
                .query(among)
                .columns(List.of(PartnerInfluence.OPPORTUNITY, PartnerInfluence.PARTNER))
                .stream()) {
            influences.forEach(influence -> helpers.put(
                    influence.require(PartnerInfluence.OPPORTUNITY), influence.require(PartnerInfluence.PARTNER)));
        }
        return helpers;
    }

    private Money converted(RecordColumns<Opportunity> deal) {
        Money amount = deal.get(Opportunity.AMOUNT);
        LocalDate closedOn = deal.require(Opportunity.CLOSE_DATE);
        return amount == null
                ? Money.zero(currency)
                : rates.convert(amount, currency, closedOn, RoundingMode.HALF_EVEN);
    }

    private PartnerTotals of(@Nullable Id<Account> partner) {
        return partner == null ? own : partners.computeIfAbsent(partner, id -> new PartnerTotals(Money.zero(currency)));
    }

    private static final class PartnerTotals {
        private long sourcedDeals;
        private Money sourced;
        private long influencedDeals;
        private Money influenced;

        PartnerTotals(Money zero) {
            this.sourced = zero;
            this.influenced = zero;
        }

        void influence(Money amount) {
            influencedDeals++;
            influenced = influenced.plus(amount);
        }
    }
}
