package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The adding up of credits by sales representative. Deals that are credited to their owner alone are added up by the
 * database; only those with splits are read.
 */
final class CreditAggregator {

    private final Repository<Opportunity> deals;
    private final Map<Id<SalesRep>, MoneyTotals> sums = new TreeMap<>();

    private CreditAggregator(Repository<Opportunity> deals) {
        this.deals = deals;
    }

    static Map<Id<SalesRep>, MoneyTotals> of(Repository<Opportunity> deals, Criteria which) {
        CreditAggregator credits = new CreditAggregator(deals);
        credits.addOwners(which.and(Opportunity.CREDITED_REPS.isMissing()));
        credits.addSplits(which.and(Opportunity.CREDITED_REPS.isPresent()));
        return Collections.unmodifiableMap(credits.sums);
    }

    private void addOwners(Criteria which) {
        List<Group> groups = deals.query(which.and(Opportunity.OWNER.isPresent()))
                .aggregate(
                        List.of(Opportunity.OWNER, Opportunity.AMOUNT.currency()),
                        List.of(Measure.sum(Opportunity.AMOUNT.name())));
        for (Group group : groups) {
            Id<SalesRep> owner = Opportunity.OWNER.valueOf(group.keys().get(0));
            CurrencyUnit currency =
                    Opportunity.AMOUNT.currency().valueOf(group.keys().get(1));
            if (owner != null && currency != null && group.values().get(0) instanceof BigDecimal sum) {
                add(owner, Money.of(currency, sum.setScale(currency.getDecimalPlaces())));
            }
        }
    }

    private void addSplits(Criteria which) {
        try (Stream<Opportunity> split = deals.query(which).stream()) {
            split.forEach(deal -> deal.credits().amounts().forEach(this::add));
        }
    }

    private void add(Id<SalesRep> rep, Money amount) {
        sums.merge(rep, MoneyTotals.of(amount), MoneyTotals::plus);
    }
}
