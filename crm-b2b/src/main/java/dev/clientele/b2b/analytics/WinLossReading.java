package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Wins and losses by the values of a field, counted in the database as far as they can be. */
final class WinLossReading<K> {

    private static final Criteria CLOSED = Opportunity.KIND.in(List.of(StageKind.WON, StageKind.LOST));

    /** Closed deals that a group can't tell about: without a close date, or stored before the days were kept. */
    private static final Criteria IRREGULAR =
            CLOSED.and(Criteria.anyOf(List.of(Opportunity.CLOSE_DATE.isMissing(), Opportunity.CYCLE_DAYS.isMissing())));

    private final DealsAsOf deals;
    private final @Nullable ColumnField<Opportunity, K> by;
    private final Supplier<WinLossCount> start;

    /** By a field, or over all deals together. */
    WinLossReading(
            DealsAsOf deals, @Nullable ColumnField<Opportunity, K> by, CurrencyUnit currency, ExchangeRates rates) {
        this.deals = deals;
        this.by = by;
        this.start = () -> new WinLossCount(currency, rates);
    }

    Map<@Nullable K, WinLoss> read() {
        return counted().results(WinLossCount::result);
    }

    WinLoss total() {
        return counted().at(null).result();
    }

    private ByColumn<K, WinLossCount> counted() {
        try {
            ByColumn<K, WinLossCount> counts = new ByColumn<>(by, start);
            if (grouped(Criteria.always(), counts)) {
                deals.others(Criteria.never(), deal -> add(deal, counts));
                return counts;
            }
            ByColumn<K, WinLossCount> regular = new ByColumn<>(by, start);
            grouped(IRREGULAR.negate(), regular);
            deals.others(IRREGULAR, deal -> add(deal, regular));
            return regular;
        } catch (StorageSetupException e) {
            if (!(e.getCause() instanceof UnsupportedException)) {
                throw e;
            }
            ByColumn<K, WinLossCount> counts = new ByColumn<>(by, start); // more groups than an answer may have
            deals.unchanged(Criteria.always(), deal -> add(deal, counts));
            deals.others(Criteria.never(), deal -> add(deal, counts));
            return counts;
        }
    }

    private void add(DealOn deal, ByColumn<K, WinLossCount> counts) {
        counts.of(deal.deal()).add(deal, deals.day());
    }

    /** False if there are irregular deals among these. */
    private boolean grouped(Criteria of, ByColumn<K, WinLossCount> counts) {
        return cycles(of, counts) && values(of.and(CLOSED), counts);
    }

    private boolean cycles(Criteria of, ByColumn<K, WinLossCount> counts) {
        for (Group group : deals.figures(of, keys(List.of(Opportunity.CYCLE_DAYS)), Measure.count())) {
            WinLossCount count = counts.at(key(group));
            StageKind kind = kind(group);
            if (kind == StageKind.OPEN) {
                count.addOpen(group.count(0));
            } else if (group.keys().get(1) instanceof Long days) {
                count.addClosed(kind, Math.toIntExact(days), group.count(0));
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean values(Criteria of, ByColumn<K, WinLossCount> counts) {
        List<Field<Opportunity, ?>> keys = keys(List.of(Opportunity.CLOSE_DATE, Opportunity.AMOUNT.currency()));
        for (Group group : deals.figures(of, keys, Measure.sum(Opportunity.AMOUNT.name()))) {
            CurrencyUnit unit =
                    Opportunity.AMOUNT.currency().valueOf(group.keys().get(2));
            if (!(group.keys().get(1) instanceof LocalDate closing)) {
                return false;
            } else if (unit != null && group.values().get(0) instanceof BigDecimal sum) {
                counts.at(key(group)).addValue(kind(group), unit, closing, sum);
            }
        }
        return true;
    }

    /** The kind first, the field last. */
    private List<Field<Opportunity, ?>> keys(List<Field<Opportunity, ?>> between) {
        List<Field<Opportunity, ?>> keys = new ArrayList<>(List.of(Opportunity.KIND));
        keys.addAll(between);
        if (by != null) {
            keys.add(by);
        }
        return keys;
    }

    private @Nullable Object key(Group group) {
        return by == null ? null : group.keys().get(group.keys().size() - 1);
    }

    private static StageKind kind(Group group) {
        return Objects.requireNonNull(Opportunity.KIND.valueOf(group.keys().get(0)));
    }
}
