package dev.clientele.b2b.insight.forecast;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.closing.ExchangeRateRanges;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.value.ConvertedTotal;
import dev.clientele.core.value.ExchangeRate;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The adding up of a forecast: the database adds up deals, and the sums are put together here. */
final class ForecastAggregator<K> {

    private static final List<Measure> FIGURES = List.of(
            Measure.count(),
            Measure.sum(Opportunity.AMOUNT.name()),
            Measure.sumOfProducts(Opportunity.AMOUNT.name(), Opportunity.PROBABILITY.name()));

    private final Repository<Opportunity> deals;
    private final Criteria where;
    private final @Nullable ColumnField<Opportunity, K> by;
    private final List<Field<Opportunity, ?>> keys =
            new ArrayList<>(List.of(Opportunity.CLOSE_DATE, Opportunity.AMOUNT.currency(), Opportunity.CATEGORY));
    private final ImmutableRangeMap<LocalDate, ForecastPeriod> parts;
    private final CurrencyUnit currency;
    private final Map<ForecastCell, ForecastCellTotals> totals = new HashMap<>();

    ForecastAggregator(
            CrmSession session,
            Criteria where,
            @Nullable ColumnField<Opportunity, K> by,
            List<ForecastPeriod> parts,
            CurrencyUnit currency) {
        this.deals = session.repository(Opportunity.TYPE);
        this.where = where;
        this.by = by;
        this.currency = currency;
        if (by != null) {
            keys.add(by);
        }
        ImmutableRangeMap.Builder<LocalDate, ForecastPeriod> ranges = ImmutableRangeMap.builder();
        parts.forEach(part -> ranges.put(Range.closedOpen(part.startInclusive(), part.endExclusive()), part));
        this.parts = ranges.build();
    }

    Forecast<K> aggregate(ForecastPeriod period, ExchangeRates rates) {
        List<LocalDate> starts = parts.asMapOfRanges().values().stream()
                .map(ForecastPeriod::startInclusive)
                .toList();
        tally(new ExchangeRateRanges(starts, period.endExclusive(), currency, rates));
        List<ForecastLine<K>> lines = totals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ForecastCell.ORDER))
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
        return new Forecast<>(period, currency, lines);
    }

    private ForecastLine<K> line(ForecastCell cell, ForecastCellTotals sums) {
        return new ForecastLine<>(
                cell.period(),
                by == null ? null : by.valueOf(cell.column()),
                cell.category(),
                sums.deals,
                sums.unpriced,
                sums.amount.rounded(),
                sums.weighted.rounded());
    }

    private void tally(ExchangeRateRanges ranges) {
        Selection<Opportunity> closing =
                deals.query(where.and(Opportunity.CLOSE_DATE.between(ranges.start(), ranges.endExclusive())));
        List<Group> groups;
        try {
            groups = closing.aggregate(
                    keys, Opportunity.CLOSE_DATE.equals(by) ? Map.of() : ranges.closeDateRanges(), FIGURES);
        } catch (StorageSetupException e) {
            List<ExchangeRateRanges> halves = ranges.halves();
            if (halves.isEmpty() || !ExchangeRateRanges.isTooManyGroups(e)) {
                throw e;
            }
            halves.forEach(this::tally);
            return;
        }
        ClosingDay day = null;
        for (Group group : groups) { // sorted by days
            LocalDate start = Objects.requireNonNull(
                    Opportunity.CLOSE_DATE.valueOf(group.keys().get(0)));
            if (day == null || !day.start.equals(start)) {
                day = new ClosingDay(start, ranges, closing);
            }
            add(group, day);
        }
    }

    private void add(Group group, ClosingDay day) {
        List<@Nullable Object> found = group.keys();
        ForecastCell cell = new ForecastCell(
                day.part,
                by == null ? null : found.get(3),
                Objects.requireNonNull(Opportunity.CATEGORY.valueOf(found.get(2))));
        ForecastCellTotals sums = totals.computeIfAbsent(cell, unused -> new ForecastCellTotals(currency));
        sums.deals += group.count(0);
        Object unit = found.get(1);
        if (unit == null) {
            sums.unpriced += group.count(0);
        } else if (group.values().get(1) instanceof BigDecimal sum
                && group.values().get(2) instanceof BigDecimal weighted) {
            ExchangeRate rate = day.rate(unit);
            sums.amount.add(sum, rate);
            sums.weighted.add(weighted, rate);
        }
    }

    /** The part and the rates of the deals that close on some days, found once for all their groups. */
    private final class ClosingDay {
        private final LocalDate start;
        private final ForecastPeriod part;
        private final ExchangeRateRanges ranges;
        private final Selection<Opportunity> closing;
        private final Map<Object, ExchangeRate> rates = new HashMap<>();

        ClosingDay(LocalDate start, ExchangeRateRanges ranges, Selection<Opportunity> closing) {
            this.start = start;
            this.part = Objects.requireNonNull(parts.get(start));
            this.ranges = ranges;
            this.closing = closing;
        }

        ExchangeRate rate(Object unit) {
            return rates.computeIfAbsent(
                    unit,
                    code -> ranges.rate(
                            Objects.requireNonNull(Opportunity.AMOUNT.currency().valueOf(code)), start, closing));
        }
    }

    /** The cell of a sum; keys are sorted by the column's value, as storage sorts: missing last. */
    private record ForecastCell(
            ForecastPeriod period, @Nullable Object column, ForecastCategory category) {

        private static final Comparator<ForecastCell> ORDER = Comparator.comparing(ForecastCell::period)
                .thenComparing((one, other) ->
                        ValueOrder.compareMissingLast(one.column(), other.column(), SortDirection.ASCENDING))
                .thenComparing(ForecastCell::category);

        /** Leaves out the period, of which there are few. */
        @Override
        public int hashCode() {
            return Objects.hashCode(column) * 31 + category.hashCode();
        }
    }

    private static final class ForecastCellTotals {
        private final ConvertedTotal amount;
        private final ConvertedTotal weighted;
        private long deals;
        private long unpriced;

        ForecastCellTotals(CurrencyUnit currency) {
            this.amount = new ConvertedTotal(currency);
            this.weighted = new ConvertedTotal(currency);
        }
    }
}
