package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.Allocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** The credits of sales representatives for a deal. Immutable and thread-safe; pure. */
public final class DealCredits {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final Opportunity deal;

    DealCredits(Opportunity deal) {
        this.deal = deal;
    }

    /**
     * Computes the credited amounts, by the splits or else the owner alone; they add up to the deal's amount to the
     * last minor unit of its currency (largest remainder, see {@link Allocation}). Empty without an amount, or without
     * splits and owner.
     */
    public Map<Id<SalesRep>, Money> amounts() {
        Money amount = deal.get(Opportunity.AMOUNT);
        Id<SalesRep> owner = deal.get(Opportunity.OWNER);
        if (amount == null || (deal.splits().isEmpty() && owner == null)) {
            return Map.of();
        }
        return owner == null || !deal.splits().isEmpty() ? split(amount) : Map.of(owner, amount);
    }

    private Map<Id<SalesRep>, Money> split(Money amount) {
        Map<Id<SalesRep>, BigDecimal> percents = new LinkedHashMap<>();
        deal.splits().forEach(split -> percents.put(split.rep(), split.percent()));
        return Allocation.byPercent(amount, percents);
    }

    /** Computes the amounts credited by overlays, each rounded half even for itself; empty without an amount. */
    public Map<Id<SalesRep>, Money> overlayAmounts() {
        Money amount = deal.get(Opportunity.AMOUNT);
        if (amount == null) {
            return Map.of();
        }
        Map<Id<SalesRep>, Money> amounts = new LinkedHashMap<>();
        deal.overlays()
                .forEach(split -> amounts.put(
                        split.rep(), amount.multipliedBy(split.percent().movePointLeft(2), RoundingMode.HALF_EVEN)));
        return amounts;
    }

    /**
     * Returns the deal transferred from one sales representative to another: with a new owner where it was the one's,
     * and with the credit by the rule. A closed deal keeps its credit.
     */
    public Opportunity transferred(Id<SalesRep> from, Id<SalesRep> to, CreditRule rule) {
        boolean owned = from.equals(deal.get(Opportunity.OWNER));
        Opportunity handed = owned ? deal.with(Opportunity.OWNER, to) : deal;
        if (rule == CreditRule.PASSES_ON && deal.isOpen()) {
            return handed.withSplits(transferred(deal.splits(), from, to))
                    .withOverlays(transferred(deal.overlays(), from, to));
        }
        return owned && deal.splits().isEmpty() ? handed.withSplits(List.of(CreditSplit.full(from))) : handed;
    }

    /**
     * Returns the splits after one has taken over another's part, in the place of the part that was there first; a part
     * of the other's own grows by it, to a hundred at most.
     */
    private static List<CreditSplit> transferred(List<CreditSplit> splits, Id<SalesRep> from, Id<SalesRep> to) {
        Map<Id<SalesRep>, BigDecimal> percents = new LinkedHashMap<>();
        for (CreditSplit split : splits) {
            percents.merge(
                    split.rep().equals(from) ? to : split.rep(),
                    split.percent(),
                    (one, more) -> one.add(more).min(WHOLE));
        }
        return percents.entrySet().stream()
                .map(part -> new CreditSplit(part.getKey(), part.getValue()))
                .toList();
    }
}
