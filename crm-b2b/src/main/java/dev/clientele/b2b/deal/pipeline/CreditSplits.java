package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules that the credit splits of a deal meet. Pure functions. */
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
            violations.add(new Violation(
                    Opportunity.SPLITS.name(),
                    ViolationCode.RANGE,
                    "must total 100 percent, got " + sum.toPlainString()));
        }
        if (!deal.getOrDefault(Opportunity.CREDITED_REPS, Set.of()).equals(credited(splits, deal.overlays()))) {
            violations.add(new Violation(
                    Opportunity.CREDITED_REPS.name(),
                    ViolationCode.DERIVED,
                    "must be those whom the splits name: use withSplits or withOverlays"));
        }
        return violations;
    }

    private static void requireOnce(
            List<Violation> violations, BodyField<Opportunity, List<CreditSplit>> field, List<CreditSplit> splits) {
        Set<Id<SalesRep>> reps = new HashSet<>();
        if (!splits.stream().allMatch(split -> reps.add(split.rep()))) {
            violations.add(new Violation(field.name(), ViolationCode.REPEATED, "must name everybody once"));
        }
    }

    /** Returns the ids of all who are named. */
    static Set<String> credited(List<CreditSplit> splits, List<CreditSplit> overlays) {
        Set<String> reps = new TreeSet<>();
        Stream.concat(splits.stream(), overlays.stream())
                .forEach(split -> reps.add(split.rep().toString()));
        return reps;
    }
}
