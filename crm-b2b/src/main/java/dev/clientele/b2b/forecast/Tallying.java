package dev.clientele.b2b.forecast;

import dev.clientele.b2b.closing.RateRanges;
import dev.clientele.b2b.pipeline.ForecastCategory;
import dev.clientele.b2b.pipeline.Opportunity;
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
import dev.clientele.persistence.criteria.Direction;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.ValueOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Lets the database add up deals and puts the sums together to a forecast. */
final class Tallying<K> {

    private static final List<Measure> FIGURES = List.of(
            Measure.count(),
            Measure.sum(Opportunity.AMOUNT.name()),
            Measure.sumOfProducts(Opportunity.AMOUNT.name(), Opportunity.PROBABILITY.name()));

    private final Repository<Opportunity> deals;
    private final Criteria where;
    private final @Nullable ColumnField<Opportunity, K> by;
    private final List<Field<Opportunity, ?>> keys =
            new ArrayList<>(List.of(Opportunity.CLOSE_DATE, Opportunity.AMOUNT.currency(), Opportunity.CATEGORY));
    private final NavigableMap<LocalDate, ForecastPeriod> parts = new TreeMap<>();
    private final CurrencyUnit currency;
    private final Map<Place<K>, Leaf> leaves = new HashMap<>();

    Tallying(
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
        parts.forEach(part -> this.parts.put(part.startInclusive(), part));
    }

    Forecast<K> forecast(ForecastPeriod period, ExchangeRates rates) {
        tally(new RateRanges(parts.keySet(), period.endExclusive(), currency, rates));
        List<ForecastLine<K>> lines = leaves.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Place.order()))
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
        return new Forecast<>(period, currency, lines);
    }

    private void tally(RateRanges ranges) {
        Selection<Opportunity> closing =
                deals.query(where.and(Opportunity.CLOSE_DATE.between(ranges.start(), ranges.endExclusive())));
        List<Group> groups;
        try {
            groups = closing.aggregate(
                    keys, Opportunity.CLOSE_DATE.equals(by) ? Map.of() : ranges.byCloseDate(), FIGURES);
        } catch (StorageSetupException e) {
            List<RateRanges> halves = ranges.halves();
            if (halves.isEmpty() || !RateRanges.isTooManyGroups(e)) {
                throw e;
            }
            halves.forEach(this::tally);
            return;
        }
        groups.forEach(group -> add(group, ranges, closing));
    }

    private void add(Group group, RateRanges ranges, Selection<Opportunity> closing) {
        List<@Nullable Object> found = group.keys();
        LocalDate day = Objects.requireNonNull(Opportunity.CLOSE_DATE.valueOf(found.get(0)));
        CurrencyUnit from = Opportunity.AMOUNT.currency().valueOf(found.get(1));
        ForecastCategory category = Objects.requireNonNull(Opportunity.CATEGORY.valueOf(found.get(2)));
        ForecastPeriod part = Objects.requireNonNull(parts.floorEntry(day)).getValue();
        Place<K> place =
                by == null ? new Place<>(part, null, null, category) : Place.of(part, by, found.get(3), category);
        Leaf leaf = leaves.computeIfAbsent(place, unused -> new Leaf(currency));
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

    /** Where a sum belongs; the column's value is what keys are sorted by, as storage sorts: missing last. */
    private record Place<K>(
            ForecastPeriod period,
            @Nullable Object column,
            @Nullable K key,
            ForecastCategory category) {

        static <K> Place<K> of(
                ForecastPeriod period,
                ColumnField<Opportunity, K> by,
                @Nullable Object column,
                ForecastCategory category) {
            return new Place<>(period, column, by.valueOf(column), category);
        }

        static <K> Comparator<Place<K>> order() {
            Comparator<Place<K>> byPeriod = Comparator.comparing(Place::period);
            return byPeriod.thenComparing((one, other) ->
                            ValueOrder.compareMissingLast(one.column(), other.column(), Direction.ASCENDING))
                    .thenComparing(Place::category);
        }
    }

    private static final class Leaf {
        private final ConvertedTotal amount;
        private final ConvertedTotal weighted;
        private long deals;
        private long unpriced;

        Leaf(CurrencyUnit currency) {
            this.amount = new ConvertedTotal(currency);
            this.weighted = new ConvertedTotal(currency);
        }

        <K> ForecastLine<K> line(Place<K> place) {
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
