package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.Violation;
import dev.clientele.core.value.Allocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The credit splits of a deal. Pure functions. */
final class CreditSplits {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private CreditSplits() {}

    /** Returns the violations of a deal's splits: each kind names everybody once, the first kind totals 100 percent. */
    static List<Violation> violations(Opportunity deal) {
        List<Violation> violations = new ArrayList<>();
        List<CreditSplit> splits = deal.splits();
        requireOnce(violations, Opportunity.SPLITS, splits);
        requireOnce(violations, Opportunity.OVERLAYS, deal.overlays());
        BigDecimal sum = splits.stream().map(CreditSplit::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!splits.isEmpty() && sum.compareTo(WHOLE) != 0) {
            violations.add(
                    new Violation(Opportunity.SPLITS.name(), "must total 100 percent, got " + sum.toPlainString()));
        }
        if (!deal.getOrDefault(Opportunity.CREDITED_REPS, Set.of()).equals(credited(splits, deal.overlays()))) {
            violations.add(new Violation(
                    Opportunity.CREDITED_REPS.name(),
                    "must be those whom the splits name: use withSplits or withOverlays"));
        }
        return violations;
    }

    private static void requireOnce(
            List<Violation> violations, BodyField<Opportunity, List<CreditSplit>> field, List<CreditSplit> splits) {
        Set<Id<SalesRep>> reps = new HashSet<>();
        if (!splits.stream().allMatch(split -> reps.add(split.rep()))) {
            violations.add(new Violation(field.name(), "must name everybody once"));
        }
    }

    /** Returns the ids of all who are named. */
    static Set<String> credited(List<CreditSplit> splits, List<CreditSplit> overlays) {
        Set<String> reps = new TreeSet<>();
        Stream.concat(splits.stream(), overlays.stream())
                .forEach(split -> reps.add(split.rep().toString()));
        return reps;
    }

    /** Computes the credited amounts: they add up to the whole to the last minor unit. */
    static Map<Id<SalesRep>, Money> credits(Money amount, List<CreditSplit> splits) {
        Map<Id<SalesRep>, BigDecimal> percents = new LinkedHashMap<>();
        splits.forEach(split -> percents.put(split.rep(), split.percent()));
        return Allocation.byPercent(amount, percents);
    }

    /** Computes the amounts credited beside the splits, each part for itself. */
    static Map<Id<SalesRep>, Money> overlayCredits(Money amount, List<CreditSplit> overlays) {
        Map<Id<SalesRep>, Money> credits = new LinkedHashMap<>();
        overlays.forEach(split -> credits.put(
                split.rep(), amount.multipliedBy(split.percent().movePointLeft(2), RoundingMode.HALF_EVEN)));
        return credits;
    }

    /**
     * Returns the splits after one has taken over another's part, in the place of the part that was there first; a part
     * of the other's own grows by it, to a hundred at most.
     */
    static List<CreditSplit> transferred(List<CreditSplit> splits, Id<SalesRep> from, Id<SalesRep> to) {
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
