package dev.clientele.b2b.forecast;

import dev.clientele.b2b.pipeline.ForecastCategory;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.value.ConvertedTotal;
import dev.clientele.core.value.ExchangeRate;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Lets the database add up deals and puts the sums together to a forecast. */
final class Tallying<K> {

    private static final List<Measure> COUNT_AND_SUM = List.of(Measure.count(), Measure.sum(Opportunity.AMOUNT.name()));

    private final Repository<Opportunity> deals;
    private final Criteria where;
    private final @Nullable ColumnField<Opportunity, K> by;

    Tallying(CrmSession session, Criteria where, @Nullable ColumnField<Opportunity, K> by) {
        this.deals = session.repository(Opportunity.TYPE);
        this.where = where;
        this.by = by;
    }

    Forecast<K> forecast(
            ForecastPeriod period, List<ForecastPeriod> parts, CurrencyUnit currency, ExchangeRates rates) {
        Map<Place<K>, Leaf> leaves = new LinkedHashMap<>();
        for (Segment segment : Segment.of(parts, closing(period), currency, rates)) {
            for (Group group : sums(segment.days())) {
                add(segment, group, currency, leaves);
            }
        }
        List<ForecastLine<K>> lines = leaves.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Place.order()))
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
        return new Forecast<>(period, currency, lines);
    }

    /** On which days deals of each currency close. */
    private Map<CurrencyUnit, NavigableSet<LocalDate>> closing(ForecastPeriod period) {
        Map<CurrencyUnit, NavigableSet<LocalDate>> days = new TreeMap<>();
        List<Group> groups = deals.query(closingIn(period))
                .aggregate(List.of(Opportunity.AMOUNT.currency(), Opportunity.CLOSE_DATE), List.of(Measure.count()));
        for (Group group : groups) {
            CurrencyUnit currency =
                    Opportunity.AMOUNT.currency().valueOf(group.keys().get(0));
            if (currency != null && group.keys().get(1) instanceof LocalDate day) {
                days.computeIfAbsent(currency, unused -> new TreeSet<>()).add(day);
            }
        }
        return days;
    }

    private List<Group> sums(ForecastPeriod days) {
        List<Field<Opportunity, ?>> keys =
                new ArrayList<>(List.of(Opportunity.AMOUNT.currency(), Opportunity.CATEGORY, Opportunity.PROBABILITY));
        if (by != null) {
            keys.add(by);
        }
        return deals.query(closingIn(days)).aggregate(keys, COUNT_AND_SUM);
    }

    private Criteria closingIn(ForecastPeriod period) {
        return where.and(Opportunity.CLOSE_DATE.between(period.startInclusive(), period.endExclusive()));
    }

    private void add(Segment segment, Group group, CurrencyUnit target, Map<Place<K>, Leaf> leaves) {
        List<@Nullable Object> keys = group.keys();
        CurrencyUnit currency = Opportunity.AMOUNT.currency().valueOf(keys.get(0));
        ForecastCategory category = Objects.requireNonNull(Opportunity.CATEGORY.valueOf(keys.get(1)));
        BigDecimal probability = Objects.requireNonNull(Opportunity.PROBABILITY.valueOf(keys.get(2)));
        Object column = by == null ? null : keys.get(3);
        K key = by == null ? null : by.valueOf(column);
        Leaf leaf = leaves.computeIfAbsent(
                new Place<>(segment.period(), column, key, category), unused -> new Leaf(target));
        leaf.deals += group.count(0);
        if (currency == null) {
            leaf.unpriced += group.count(0);
        } else if (group.values().get(1) instanceof BigDecimal sum) {
            ExchangeRate rate = Objects.requireNonNull(segment.rates().get(currency));
            leaf.amount.add(sum, rate);
            leaf.weighted.add(sum.multiply(probability), rate);
        }
    }

    /** Where a sum belongs; the column's value is what keys are sorted by. */
    private record Place<K>(
            ForecastPeriod period,
            @Nullable Object column,
            @Nullable K key,
            ForecastCategory category) {

        static <K> Comparator<Place<K>> order() {
            Comparator<Place<K>> byPeriod = Comparator.comparing(Place::period);
            return byPeriod.thenComparing(Place::column, Tallying::compareColumns)
                    .thenComparing(Place::category);
        }
    }

    /** As storage sorts: ascending, missing last. */
    @SuppressWarnings("unchecked") // values of one column are of one comparable type
    private static int compareColumns(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return ((Comparable<Object>) one).compareTo(other);
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
