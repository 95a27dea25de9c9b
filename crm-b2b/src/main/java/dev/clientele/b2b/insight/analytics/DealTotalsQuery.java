package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.closing.ExchangeRateRanges;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The query of deals' totals by a reference, added up in the database. */
final class DealTotalsQuery<R extends Entity<R>> {

    private static final List<Measure> COUNT_AND_SUM = List.of(Measure.count(), Measure.sum(Opportunity.AMOUNT.name()));

    /** The records of one question, whose answer is held in memory: a group for each of them and currency. */
    private static final int MAX_RECORDS = 20_000;

    private final Selection<Opportunity> deals;
    private final ReferenceField<Opportunity, R> by;
    private final List<Field<Opportunity, ?>> keys;
    private final Map<Id<R>, DealTotals> worths = new HashMap<>();

    DealTotalsQuery(CrmSession snapshot, Criteria where, ReferenceField<Opportunity, R> by) {
        this.deals = snapshot.repository(Opportunity.TYPE).query(where.and(by.isPresent()));
        this.by = by;
        this.keys = List.of(by, Opportunity.AMOUNT.currency());
    }

    /** Returns the totals of the deals that refer to each of these records, where there are any. */
    Map<Id<R>, DealTotals> of(List<Id<R>> records) {
        List<Id<R>> ids = records.stream().sorted().toList();
        if (ids.size() <= MAX_RECORDS) {
            add(ids, Criteria.always());
            return worths;
        }
        for (int start = 0; start < ids.size(); start += MAX_RECORDS) {
            int end = Math.min(start + MAX_RECORDS, ids.size());
            Criteria from = start == 0 ? Criteria.always() : compare(Operator.AT_LEAST, ids.get(start));
            Criteria to = end == ids.size() ? Criteria.always() : compare(Operator.BELOW, ids.get(end));
            add(ids.subList(start, end), from.and(to));
        }
        return worths;
    }

    /** Adds up one half and then the other, where there are too many for one answer. */
    private void add(List<Id<R>> ids, Criteria within) {
        List<Group> groups;
        try {
            groups = deals.and(within).aggregate(keys, COUNT_AND_SUM);
        } catch (StorageSetupException e) {
            if (ids.size() < 2 || !ExchangeRateRanges.isTooManyGroups(e)) {
                throw e;
            }
            int half = ids.size() / 2;
            add(ids.subList(0, half), within.and(compare(Operator.BELOW, ids.get(half))));
            add(ids.subList(half, ids.size()), within.and(compare(Operator.AT_LEAST, ids.get(half))));
            return;
        }
        groups.forEach(this::add);
    }

    private Criteria compare(Operator operator, Id<R> bound) {
        return Criteria.compare(by.name(), operator, bound.toString());
    }

    private void add(Group group) {
        Id<R> id = by.valueOf(group.keys().get(0));
        CurrencyUnit unit = Opportunity.AMOUNT.currency().valueOf(group.keys().get(1));
        MoneyTotals amount = MoneyTotals.empty();
        if (unit != null && group.values().get(1) instanceof BigDecimal sum) {
            amount = amount.plus(Money.of(unit, sum.setScale(unit.getDecimalPlaces(), RoundingMode.UNNECESSARY)));
        }
        if (id != null) {
            worths.merge(id, new DealTotals(group.count(0), amount), DealTotals::plus);
        }
    }
}
