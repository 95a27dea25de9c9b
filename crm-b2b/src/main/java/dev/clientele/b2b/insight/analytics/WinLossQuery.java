package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.closing.ExchangeRateRanges;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The query of wins and losses by a key, counted in the database as far as they can be. */
final class WinLossQuery {

    private static final Criteria CLOSED = Opportunity.KIND.in(List.of(StageKind.WON, StageKind.LOST));
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int MAX_RATES = 100;
    private static final int YEARS_BEFORE = 60;
    private static final int YEARS_AFTER = 40;

    private final DealsAsOf deals;
    private final DealGrouping key;
    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private final LocalDate firstMonth;
    private final LocalDate lastMonth;
    private final Criteria irregular;
    private final ExchangeRateRanges ranges;

    WinLossQuery(DealsAsOf deals, DealGrouping key, CurrencyUnit currency, ExchangeRates rates) {
        this.deals = deals;
        this.key = key;
        this.currency = currency;
        this.rates = rates;
        int year = Math.max(
                YEARS_BEFORE + 1, Math.min(9999 - YEARS_AFTER - 1, deals.day().getYear()));
        this.firstMonth = LocalDate.of(year - YEARS_BEFORE, 1, 1);
        this.lastMonth = LocalDate.of(year + YEARS_AFTER, 1, 1);
        this.irregular = CLOSED.and(Criteria.anyOf(irregularities()));
        this.ranges = new ExchangeRateRanges(boundaries(), LAST_DAY, currency, rates);
    }

    /**
     * Returns the criteria of closed deals that a group can't tell about: those without a close date, with one in a far
     * century when it comes to months, or without a number of days, since they were stored before that was kept.
     */
    private List<Criteria> irregularities() {
        List<Criteria> all =
                new ArrayList<>(List.of(Opportunity.CLOSE_DATE.isMissing(), Opportunity.CYCLE_DAYS.isMissing()));
        if (key.monthly()) {
            all.add(Opportunity.CLOSE_DATE.below(firstMonth));
            all.add(Opportunity.CLOSE_DATE.atLeast(lastMonth));
        }
        return all;
    }

    private NavigableSet<LocalDate> boundaries() {
        NavigableSet<LocalDate> starts = new TreeSet<>(List.of(FIRST_DAY));
        if (key.monthly()) {
            firstMonth.datesUntil(lastMonth.plusDays(1), Period.ofMonths(1)).forEach(starts::add);
        }
        return starts;
    }

    WinLoss total() {
        return counted().at(null).result();
    }

    GroupedCounters<WinLossCounter> counted() {
        try {
            for (boolean careful : new boolean[] {false, true}) {
                GroupedCounters<WinLossCounter> counts = fresh();
                Criteria besides = careful ? irregular : Criteria.never();
                if (closed(careful ? CLOSED.and(irregular.negate()) : CLOSED, counts)) {
                    open(counts);
                    deals.forEachOther(besides, deal -> add(deal, counts));
                    return counts;
                }
            }
        } catch (StorageSetupException e) {
            if (!ExchangeRateRanges.isTooManyGroups(e)) {
                throw e;
            }
        }
        GroupedCounters<WinLossCounter> counts = fresh();
        deals.unchanged(key.monthly() ? CLOSED : Criteria.always(), deal -> add(deal, counts));
        deals.forEachOther(Criteria.never(), deal -> add(deal, counts));
        return counts;
    }

    private GroupedCounters<WinLossCounter> fresh() {
        return new GroupedCounters<>(() -> new WinLossCounter(currency, rates));
    }

    private void add(DealAsOf deal, GroupedCounters<WinLossCounter> counts) {
        if (key.includes(deal)) {
            counts.at(key.of(deal)).add(deal, deals.day());
        }
    }

    private void open(GroupedCounters<WinLossCounter> counts) {
        if (key.monthly()) {
            return;
        }
        List<Field<Opportunity, ?>> keys = key.fields();
        for (Group group : deals.figures(Opportunity.KIND.is(StageKind.OPEN), keys, Measure.count())) {
            counts.at(keys.isEmpty() ? null : group.keys().get(0)).addOpen(group.count(0));
        }
    }

    /**
     * Counts closed deals: in one query where rates are few, and so are its groups; else in one for the values and one
     * for the days.
     */
    private boolean closed(Criteria of, GroupedCounters<WinLossCounter> counts) {
        Measure number = Measure.count();
        Measure value = Measure.sum(Opportunity.AMOUNT.name());
        Field<Opportunity, ?> unit = Opportunity.AMOUNT.currency();
        if (rates.changeDates(currency, FIRST_DAY, LAST_DAY).size() <= MAX_RATES && key.field() == null) {
            return closed(of, List.of(unit, Opportunity.CYCLE_DAYS), List.of(number, value), counts);
        }
        return closed(of, List.of(unit), List.of(value), counts)
                && closed(of, List.of(Opportunity.CYCLE_DAYS), List.of(number), counts);
    }

    /** Counts closed deals; returns false if there are irregular ones among these. */
    private boolean closed(
            Criteria of,
            List<Field<Opportunity, ?>> fields,
            List<Measure> measures,
            GroupedCounters<WinLossCounter> counts) {
        List<Field<Opportunity, ?>> keys = new ArrayList<>(List.of(Opportunity.KIND));
        boolean dated = key.monthly() || fields.contains(Opportunity.AMOUNT.currency());
        if (dated) {
            keys.add(Opportunity.CLOSE_DATE);
        }
        keys.addAll(fields);
        keys.addAll(key.fields());
        Map<OrderedField<Opportunity, LocalDate>, List<LocalDate>> starts =
                dated && !Opportunity.CLOSE_DATE.equals(key.field()) ? ranges.closeDateRanges() : Map.of();
        for (Group group : deals.figures(of, keys, starts, measures)) {
            KeyedGroup row = new KeyedGroup(keys, group);
            LocalDate closing = dated ? (LocalDate) row.key(Opportunity.CLOSE_DATE) : FIRST_DAY;
            if (closing == null) {
                return false;
            } else if (key.monthly() && (closing.isBefore(firstMonth) || !closing.isBefore(lastMonth))) {
                return false;
            }
            WinLossCounter count = counts.at(key.of(key.field() == null ? null : row.key(key.field()), closing));
            StageKind kind = Objects.requireNonNull(Opportunity.KIND.valueOf(row.key(Opportunity.KIND)));
            if (fields.contains(Opportunity.CYCLE_DAYS)) {
                if (!(row.key(Opportunity.CYCLE_DAYS) instanceof Long days)) {
                    return false;
                }
                count.addClosed(kind, Math.toIntExact(days), group.count(0));
            }
            if (group.values().get(group.values().size() - 1) instanceof BigDecimal sum) {
                CurrencyUnit unit = Objects.requireNonNull(
                        Opportunity.AMOUNT.currency().valueOf(row.key(Opportunity.AMOUNT.currency())));
                count.addValue(kind, sum, ranges.rate(unit, closing, deals.selection(of)));
            }
        }
        return true;
    }

    /** A group whose keys are found by their fields. */
    private record KeyedGroup(List<Field<Opportunity, ?>> keys, Group group) {

        @Nullable
        Object key(Field<Opportunity, ?> field) {
            return group.keys().get(keys.indexOf(field));
        }
    }
}
