package dev.clientele.b2b.insight.closing;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.value.ExchangeRate;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/** Ranges of close dates within which no exchange rate into a currency changes. Immutable and thread-safe. */
public final class ExchangeRateRanges {

    private final CurrencyUnit target;
    private final ExchangeRates rates;
    private final NavigableSet<LocalDate> starts;
    private final LocalDate endExclusive;

    /**
     * Creates ranges that begin on these days, and wherever a rate changes in between.
     *
     * @param boundaries at least one; the earliest is where the first range begins
     * @param endExclusive later than all of them
     */
    public ExchangeRateRanges(
            Collection<LocalDate> boundaries, LocalDate endExclusive, CurrencyUnit target, ExchangeRates rates) {
        this.target = target;
        this.rates = rates;
        this.endExclusive = endExclusive;
        this.starts = new TreeSet<>(boundaries);
        starts.addAll(rates.changeDates(target, starts.first(), endExclusive));
    }

    /**
     * Returns the ranges to group close dates by; empty to group by the days themselves, if the ranges are too many or hardly
     * longer than days: a database sorts by a column quicker than by what it computes of it.
     */
    public Map<OrderedField<Opportunity, LocalDate>, List<LocalDate>> closeDateRanges() {
        long days = ChronoUnit.DAYS.between(starts.first(), endExclusive);
        boolean byDay = starts.size() > Aggregation.MAX_RANGES || 2 * days <= 3L * starts.size();
        return byDay ? Map.of() : Map.of(Opportunity.CLOSE_DATE, List.copyOf(starts));
    }

    /**
     * Returns the rate for all deals of a currency in a range.
     *
     * @param day the day on which the range starts
     * @param deals the deals, those of the range among them
     * @throws dev.clientele.core.value.MissingExchangeRateException if there is none, naming the first day on which one closes
     */
    public ExchangeRate rate(CurrencyUnit from, LocalDate day, Selection<Opportunity> deals) {
        Optional<ExchangeRate> rate = rates.find(from, target, day);
        if (rate.isPresent()) {
            return rate.get();
        }
        LocalDate next = starts.higher(day);
        Object first = deals.and(Opportunity.AMOUNT.isInCurrency(from))
                .and(Opportunity.CLOSE_DATE.between(day, next == null ? endExclusive : next))
                .aggregate(List.of(), List.of(Measure.min(Opportunity.CLOSE_DATE.name())))
                .get(0)
                .values()
                .get(0);
        return rates.rate(from, target, first instanceof LocalDate closing ? closing : day);
    }

    /** Returns two halves of these ranges, to be queried one after the other; empty if there is but one. */
    public List<ExchangeRateRanges> halves() {
        if (starts.size() < 2) {
            return List.of();
        }
        LocalDate middle = List.copyOf(starts).get(starts.size() / 2);
        return List.of(
                new ExchangeRateRanges(starts.headSet(middle), middle, target, rates),
                new ExchangeRateRanges(starts.tailSet(middle), endExclusive, target, rates));
    }

    /** Returns the first day. */
    public LocalDate start() {
        return starts.first();
    }

    /** Returns the first day after them. */
    public LocalDate endExclusive() {
        return endExclusive;
    }

    /** Returns whether an aggregation failed since it has more groups than an answer may have. */
    public static boolean isTooManyGroups(StorageSetupException failure) {
        return failure.getCause() instanceof UnsupportedException;
    }
}
