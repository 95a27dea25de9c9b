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
    private final Map<ForecastCell<K>, ForecastCellTotals> leaves = new HashMap<>();

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
        List<ForecastLine<K>> lines = leaves.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ForecastCell.order()))
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
        return new Forecast<>(period, currency, lines);
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
        groups.forEach(group -> add(group, ranges, closing));
    }

    private void add(Group group, ExchangeRateRanges ranges, Selection<Opportunity> closing) {
        List<@Nullable Object> found = group.keys();
        LocalDate day = Objects.requireNonNull(Opportunity.CLOSE_DATE.valueOf(found.get(0)));
        CurrencyUnit from = Opportunity.AMOUNT.currency().valueOf(found.get(1));
        ForecastCategory category = Objects.requireNonNull(Opportunity.CATEGORY.valueOf(found.get(2)));
        ForecastPeriod part = Objects.requireNonNull(parts.get(day));
        ForecastCell<K> place = by == null
                ? new ForecastCell<>(part, null, null, category)
                : ForecastCell.of(part, by, found.get(3), category);
        ForecastCellTotals leaf = leaves.computeIfAbsent(place, unused -> new ForecastCellTotals(currency));
        leaf.deals += group.count(0);
        if (from == null) {
            leaf.unpriced += group.count(0);
        } else if (group.values().get(1) instanceof BigDecimal sum
                && group.values().get(2) instanceof BigDecimal weighted) {
            ExchangeRate rate = ranges.rate(from, day, closing);
            leaf.amount.add(sum, rate);
            leaf.weighted.add(weighted, rate);
        }
    }

    /** The cell of a sum; keys are sorted by the column's value, as storage sorts: missing last. */
    private record ForecastCell<K>(
            ForecastPeriod period,
            @Nullable Object column,
            @Nullable K key,
            ForecastCategory category) {

        static <K> ForecastCell<K> of(
                ForecastPeriod period,
                ColumnField<Opportunity, K> by,
                @Nullable Object column,
                ForecastCategory category) {
            return new ForecastCell<>(period, column, by.valueOf(column), category);
        }

        static <K> Comparator<ForecastCell<K>> order() {
            Comparator<ForecastCell<K>> byPeriod = Comparator.comparing(ForecastCell::period);
            return byPeriod.thenComparing((one, other) ->
                            ValueOrder.compareMissingLast(one.column(), other.column(), SortDirection.ASCENDING))
                    .thenComparing(ForecastCell::category);
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

        <K> ForecastLine<K> line(ForecastCell<K> place) {
            return new ForecastLine<>(
                    place.period(),
                    place.key(),
                    place.category(),
                    deals,
                    unpriced,
                    amount.rounded(),
                    weighted.rounded());
        }
    }
}
