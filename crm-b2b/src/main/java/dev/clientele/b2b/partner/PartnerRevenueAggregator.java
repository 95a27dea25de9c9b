package dev.clientele.b2b.partner;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
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
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    private void addInfluenced() {
        ListMultimap<Id<Opportunity>, Id<Account>> helpers =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        try (Stream<PartnerInfluence> influences = session.repository(PartnerInfluence.TYPE).all().stream()) {
            influences.forEach(influence -> helpers.put(influence.opportunity(), influence.partner()));
        }
        for (List<Id<Opportunity>> batch : Lists.partition(List.copyOf(helpers.keySet()), BATCH)) {
            won(batch).forEach((deal, amount) -> {
                helped.influence(amount);
                helpers.get(deal).forEach(partner -> of(partner).influence(amount));
            });
        }
    }

    /** Returns the amounts of those of the deals that were won in the period. */
    private Map<Id<Opportunity>, Money> won(List<Id<Opportunity>> deals) {
        Criteria among =
                Criteria.in(DocumentType.ID, deals.stream().map(Id::toString).toList());
        Criteria closed = Opportunity.CLOSE_DATE
                .between(period.startInclusive(), period.endExclusive())
                .and(Opportunity.KIND.is(StageKind.WON));
        Map<Id<Opportunity>, Money> amounts = new HashMap<>();
        try (Stream<Opportunity> found = session.repository(Opportunity.TYPE).query(among.and(closed)).stream()) {
            found.forEach(deal -> amounts.put(deal.id(), converted(deal)));
        }
        return amounts;
    }

    private Money converted(Opportunity deal) {
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
