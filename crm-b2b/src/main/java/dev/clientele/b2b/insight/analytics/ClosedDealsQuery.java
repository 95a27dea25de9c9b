package dev.clientele.b2b.insight.analytics;

import com.google.common.primitives.Ints;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.closing.ExchangeRateRanges;
import dev.clientele.core.entity.Field;
import dev.clientele.core.value.ConvertedTotal;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The query of closed deals by month: counts and sums from the database, at once. */
final class ClosedDealsQuery {

    private static final Criteria CLOSED = Opportunity.KIND.in(List.of(StageKind.WON, StageKind.LOST));
    private static final List<Field<Opportunity, ?>> KEYS =
            List.of(Opportunity.KIND, Opportunity.CLOSE_DATE, Opportunity.AMOUNT.currency());
    private static final int YEARS_BEFORE = 60;
    private static final int YEARS_AFTER = 40;

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final List<Measure> FIGURES = List.of(
            Measure.count(), Measure.sum(Opportunity.AMOUNT.name()), Measure.sum(Opportunity.CYCLE_DAYS.name()));

    private final DealsAsOf deals;
    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private final ExchangeRateRanges ranges;
    private final LocalDate first;
    private final LocalDate end;
    private final Map<YearMonth, ClosedDealsCounter> months = new TreeMap<>();

    ClosedDealsQuery(DealsAsOf deals, CurrencyUnit currency, ExchangeRates rates) {
        this.deals = deals;
        this.currency = currency;
        this.rates = rates;
        int year = Ints.constrainToRange(deals.day().getYear(), YEARS_BEFORE + 1, 9999 - YEARS_AFTER);
        this.first = LocalDate.of(year - YEARS_BEFORE, 1, 1);
        this.end = LocalDate.of(year + YEARS_AFTER, 1, 1);
        List<LocalDate> starts =
                first.datesUntil(end.plusDays(1), Period.ofMonths(1)).toList();
        this.ranges = new ExchangeRateRanges(starts, LAST_DAY, currency, rates);
    }

    Map<YearMonth, ClosedDeals> byMonth() {
        Criteria undated = CLOSED.and(Opportunity.CYCLE_DAYS.isMissing()); // found by an index, and hardly ever there
        boolean dated = deals.selection(undated).count() == 0;
        if (!dated || !add(CLOSED)) {
            Criteria irregular = CLOSED.and(Criteria.anyOf(List.of(
                    Opportunity.CLOSE_DATE.isMissing(),
                    Opportunity.CLOSE_DATE.below(first),
                    Opportunity.CLOSE_DATE.atLeast(end),
                    Opportunity.CYCLE_DAYS.isMissing())));
            add(CLOSED.and(irregular.negate()));
            deals.forEachOther(irregular, this::add);
        } else {
            deals.forEachOther(Criteria.never(), this::add);
        }
        Map<YearMonth, ClosedDeals> results = new TreeMap<>();
        months.forEach((month, count) -> results.put(month, count.result()));
        return results;
    }

    /** Adds up some closed deals by month, in the database; adds nothing and returns false if a month can't be told of all. */
    private boolean add(Criteria counted) {
        List<Group> groups = deals.figures(counted, KEYS, ranges.closeDateRanges(), FIGURES);
        for (Group group : groups) {
            LocalDate day = Opportunity.CLOSE_DATE.valueOf(group.keys().get(1));
            if (day == null || day.isBefore(first) || !day.isBefore(end)) {
                return false;
            }
        }
        groups.forEach(group -> add(group, counted));
        return true;
    }

    private ClosedDealsCounter at(LocalDate day) {
        return months.computeIfAbsent(YearMonth.from(day), unused -> new ClosedDealsCounter(currency));
    }

    private void add(Group group, Criteria counted) {
        StageKind kind =
                Objects.requireNonNull(Opportunity.KIND.valueOf(group.keys().get(0)));
        LocalDate day = Objects.requireNonNull(
                Opportunity.CLOSE_DATE.valueOf(group.keys().get(1)));
        CurrencyUnit unit = Opportunity.AMOUNT.currency().valueOf(group.keys().get(2));
        ClosedDealsCounter count = at(day);
        count.add(
                kind,
                group.count(0),
                ((BigDecimal) Objects.requireNonNull(group.values().get(2))).longValueExact());
        if (unit != null && group.values().get(1) instanceof BigDecimal sum) {
            count.value(kind).add(sum, ranges.rate(unit, day, deals.selection(counted)));
        }
    }

    private void add(DealAsOf deal) {
        if (deal.kind() == StageKind.OPEN) {
            return;
        }
        ClosedDealsCounter count = at(deal.closing());
        count.add(deal.kind(), 1, deal.age(deals.day()));
        Money amount = deal.amount();
        if (amount != null) {
            count.value(deal.kind())
                    .add(amount.getAmount(), rates.rate(amount.getCurrencyUnit(), currency, deal.closing()));
        }
    }

    private static final class ClosedDealsCounter {
        private final ConvertedTotal wonValue;
        private final ConvertedTotal lostValue;
        private long won;
        private long lost;
        private long wonDays;
        private long lostDays;

        ClosedDealsCounter(CurrencyUnit currency) {
            this.wonValue = new ConvertedTotal(currency);
            this.lostValue = new ConvertedTotal(currency);
        }

        void add(StageKind kind, long deals, long days) {
            if (kind == StageKind.WON) {
                won += deals;
                wonDays += days;
            } else {
                lost += deals;
                lostDays += days;
            }
        }

        ConvertedTotal value(StageKind kind) {
            return kind == StageKind.WON ? wonValue : lostValue;
        }

        ClosedDeals result() {
            return new ClosedDeals(won, lost, wonValue.rounded(), lostValue.rounded(), wonDays, lostDays);
        }
    }
}
