package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two snapshots of a forecast. Pure; immutable and thread-safe.
 *
 * <p>The effects on the weighted sum add up exactly to the difference of the two sums. Of a deal that is in both, what
 * a change of its worth makes out is counted at the probability before, and what a change of its probability makes out
 * at its worth after.
 *
 * @param before the weighted sum before
 * @param after the weighted sum after
 * @param changes the changes, by deal
 */
public record SnapshotDifference(Money before, Money after, List<SnapshotChange> changes) {

    /** The cause of a change. */
    public enum SnapshotChangeCause {
        /** The deal wasn't there before. */
        ADDED,
        /** The deal is there no longer: lost, left out, or to close in another period. */
        REMOVED,
        /** The deal is won. */
        WON,
        /** The deal's amount has changed. */
        AMOUNT,
        /** The deal's probability has changed. */
        PROBABILITY,
        /** The deal's forecast category has changed; no effect of its own. */
        CATEGORY,
        /** The deal closes on another day of the period; no effect of its own but by the exchange rate. */
        CLOSE_DATE
    }

    /**
     * A change of one deal.
     *
     * @param deal the deal
     * @param cause the cause
     * @param effect the effect on the weighted sum
     */
    public record SnapshotChange(Id<Opportunity> deal, SnapshotChangeCause cause, Money effect) {

        /** Refuses nulls. */
        public SnapshotChange {
            Objects.requireNonNull(deal, "deal");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(effect, "effect");
        }
    }

    /** Copies the list. */
    public SnapshotDifference {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changes = List.copyOf(changes);
    }

    /** Computes the difference of these entries, all in one currency. */
    public static SnapshotDifference between(
            CurrencyUnit currency, Collection<ForecastSnapshotEntry> before, Collection<ForecastSnapshotEntry> after) {
        Map<Id<Opportunity>, ForecastSnapshotEntry> later = new LinkedHashMap<>();
        after.forEach(entry -> later.put(entry.opportunity(), entry));
        List<SnapshotChange> steps = new ArrayList<>();
        for (ForecastSnapshotEntry was : before) {
            change(was, later.remove(was.opportunity()), steps);
        }
        later.values().forEach(is -> steps.add(added(is)));
        return new SnapshotDifference(sum(currency, before), sum(currency, after), steps);
    }

    /** Returns the change of a deal that wasn't there before. */
    static SnapshotChange added(ForecastSnapshotEntry is) {
        return new SnapshotChange(is.opportunity(), SnapshotChangeCause.ADDED, is.weighted());
    }

    /** Adds the changes of a deal that was there before; {@code is} is null if it is there no longer. */
    static void change(ForecastSnapshotEntry was, @Nullable ForecastSnapshotEntry is, List<SnapshotChange> steps) {
        if (is == null) {
            steps.add(new SnapshotChange(
                    was.opportunity(),
                    SnapshotChangeCause.REMOVED,
                    was.weighted().negated()));
            return;
        }
        Money reweighed = ForecastSnapshotEntry.weighted(is.value(), was.probability());
        Money none = Money.zero(is.value().getCurrencyUnit());
        if (!is.value().isEqual(was.value())) {
            steps.add(
                    new SnapshotChange(is.opportunity(), SnapshotChangeCause.AMOUNT, reweighed.minus(was.weighted())));
        }
        boolean won = is.category() == ForecastCategory.CLOSED && was.category() != ForecastCategory.CLOSED;
        if (is.probability().compareTo(was.probability()) != 0) {
            SnapshotChangeCause cause = won ? SnapshotChangeCause.WON : SnapshotChangeCause.PROBABILITY;
            steps.add(new SnapshotChange(is.opportunity(), cause, is.weighted().minus(reweighed)));
        } else if (won) {
            steps.add(new SnapshotChange(is.opportunity(), SnapshotChangeCause.WON, none));
        }
        if (!won && is.category() != was.category()) {
            steps.add(new SnapshotChange(is.opportunity(), SnapshotChangeCause.CATEGORY, none));
        }
        if (!is.closeDate().equals(was.closeDate())) {
            steps.add(new SnapshotChange(is.opportunity(), SnapshotChangeCause.CLOSE_DATE, none));
        }
    }

    /** Computes the effect of one cause over all deals. */
    public Money effect(SnapshotChangeCause cause) {
        return changes.stream()
                .filter(step -> step.cause() == cause)
                .map(SnapshotChange::effect)
                .reduce(Money.zero(before.getCurrencyUnit()), Money::plus);
    }

    private static Money sum(CurrencyUnit currency, Collection<ForecastSnapshotEntry> entries) {
        return entries.stream().map(ForecastSnapshotEntry::weighted).reduce(Money.zero(currency), Money::plus);
    }
}
