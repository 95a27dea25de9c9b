package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.core.error.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules that a deal meets, and those of its changes. */
final class OpportunityRules {

    private static final String USE_A_MOVE = ": it changes by a move, not by itself";

    private OpportunityRules() {}

    static List<Violation> violations(Opportunity deal) {
        List<StageVisit> visits = deal.visits();
        if (visits.isEmpty()) {
            return List.of(violation(Opportunity.VISITS, "must have one: open the deal in a pipeline"));
        }
        List<Violation> violations = new ArrayList<>();
        StageVisit last = visits.get(visits.size() - 1);
        expect(violations, deal, Opportunity.PIPELINE, last.pipeline());
        expect(violations, deal, Opportunity.STAGE, last.stage());
        expect(violations, deal, Opportunity.KIND, last.kind());
        expect(violations, deal, Opportunity.STAGE_SINCE, last.enteredAt());
        EarlierVisits earlier = deal.get(Opportunity.EARLIER_VISITS);
        expect(
                violations,
                deal,
                Opportunity.OPENED_AT,
                earlier == null ? visits.get(0).enteredAt() : earlier.openedAt());
        expect(violations, deal, Opportunity.CLOSED_AT, last.kind() == StageKind.OPEN ? null : last.enteredAt());
        violations.addAll(CreditSplits.violations(deal));
        if (deal.get(Opportunity.NEXT_STEP) == null && deal.get(Opportunity.NEXT_STEP_DUE) != null) {
            violations.add(violation(Opportunity.NEXT_STEP_DUE, "must be missing without a next step"));
        }
        violations.addAll(DealFigures.violations(deal));
        if (requireOrder(violations, visits)) {
            requireSummary(violations, deal, deal.history(), last);
        }
        requireChances(violations, deal, last.kind());
        if (last.kind() == StageKind.OPEN) {
            requireMissing(violations, deal, Opportunity.CLOSE_REASON);
            requireMissing(violations, deal, Opportunity.COMPETITOR);
        } else if (last.kind() == StageKind.LOST && deal.get(Opportunity.CLOSE_REASON) == null) {
            violations.add(violation(Opportunity.CLOSE_REASON, "is required of a lost deal"));
        }
        return violations;
    }

    static List<Violation> changeViolations(Opportunity before, Opportunity after) {
        List<StageVisit> old = before.visits();
        List<StageVisit> visits = after.visits();
        int left = StageVisitLog.leaving(before, after);
        if (left < 0 || left >= old.size()) {
            return List.of(violation(
                    Opportunity.EARLIER_VISITS,
                    "must grow by visits that are stored: save the deal between its moves"));
        }
        int kept = old.size() - left;
        boolean added = visits.size() >= kept
                && StageMoves.corrects(visits.subList(0, kept), old.subList(left, old.size()))
                && Objects.equals(
                        after.get(Opportunity.EARLIER_VISITS),
                        left == 0
                                ? before.get(Opportunity.EARLIER_VISITS)
                                : EarlierVisits.plus(before.get(Opportunity.EARLIER_VISITS), old, left));
        return added ? List.of() : List.of(violation(Opportunity.VISITS, "must only be added to"));
    }

    private static void requireSummary(
            List<Violation> violations, Opportunity deal, StageHistory history, StageVisit last) {
        expect(
                violations,
                deal,
                Opportunity.FURTHEST_STAGE,
                history.furthestOpen(last.pipeline()).orElse(null));
        expect(violations, deal, Opportunity.CLOSED_FROM, history.closedFrom().orElse(null));
        expect(violations, deal, Opportunity.CYCLE_DAYS, history.cycleDays().orElse(null));
    }

    private static boolean requireOrder(List<Violation> violations, List<StageVisit> visits) {
        boolean ordered = true;
        for (int i = 1; i < visits.size(); i++) {
            Instant earlier = visits.get(i - 1).enteredAt();
            if (visits.get(i).enteredAt().isBefore(earlier)) {
                violations.add(violation(Opportunity.VISITS, "must be in order of time"));
                ordered = false;
            }
        }
        return ordered;
    }

    private static void requireChances(List<Violation> violations, Opportunity deal, StageKind kind) {
        BigDecimal manual = deal.get(Opportunity.MANUAL_PROBABILITY);
        requireProbability(violations, Opportunity.PROBABILITY, deal.probability());
        if (manual != null) {
            requireProbability(violations, Opportunity.MANUAL_PROBABILITY, manual);
        }
        ForecastCategory byHand = deal.get(Opportunity.MANUAL_CATEGORY);
        if (byHand == ForecastCategory.CLOSED) {
            violations.add(violation(Opportunity.MANUAL_CATEGORY, "can't be CLOSED: win the deal"));
        }
        BigDecimal learned = deal.get(Opportunity.LEARNED_PROBABILITY);
        if (learned != null) {
            requireProbability(violations, Opportunity.LEARNED_PROBABILITY, learned);
            if (kind != StageKind.OPEN) {
                violations.add(violation(Opportunity.LEARNED_PROBABILITY, "must be missing of a closed deal"));
            } else if (manual == null && learned.compareTo(deal.probability()) != 0) {
                violations.add(violation(Opportunity.PROBABILITY, "must be the one that was learned"));
            }
        }
        switch (kind) {
            case OPEN -> {
                if (manual != null && manual.compareTo(deal.probability()) != 0) {
                    violations.add(violation(Opportunity.PROBABILITY, "must be the one set by hand"));
                }
                if (byHand != null && byHand != deal.get(Opportunity.CATEGORY)) {
                    violations.add(violation(Opportunity.CATEGORY, "must be the one set by hand"));
                }
                if (deal.get(Opportunity.CATEGORY) == ForecastCategory.CLOSED) {
                    violations.add(violation(Opportunity.CATEGORY, "can't be CLOSED while the deal is open"));
                }
            }
            case WON -> {
                expect(violations, deal, Opportunity.PROBABILITY, Probability.CERTAIN);
                expect(violations, deal, Opportunity.CATEGORY, ForecastCategory.CLOSED);
            }
            case LOST -> {
                expect(violations, deal, Opportunity.PROBABILITY, Probability.NEVER);
                expect(violations, deal, Opportunity.CATEGORY, ForecastCategory.OMITTED);
            }
        }
    }

    private static void requireProbability(
            List<Violation> violations, Field<Opportunity, BigDecimal> field, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            violations.add(violation(field, "must be 0 to 1, got " + value));
        }
    }

    private static <V> void expect(
            List<Violation> violations, Opportunity deal, Field<Opportunity, V> field, @Nullable V expected) {
        if (!Objects.equals(deal.get(field), expected)) {
            violations.add(violation(field, "must be in step with the stage visits" + USE_A_MOVE));
        }
    }

    private static void requireMissing(List<Violation> violations, Opportunity deal, Field<Opportunity, ?> field) {
        if (deal.get(field) != null) {
            violations.add(violation(field, "must be missing of an open deal"));
        }
    }

    private static Violation violation(Field<Opportunity, ?> field, String reason) {
        return new Violation(field.name(), reason);
    }
}
