package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The check of a deal's next move against the gates of its pipeline. A value of a deal, its pipeline and a moment;
 * pure, so a host that keeps its own storage can ask it directly.
 *
 * @param deal the deal
 * @param pipeline the one that the deal goes through
 * @param facts the facts about it beyond its fields
 * @param now the moment for times relative to now in conditions
 */
public record StageTransitionCheck(Opportunity deal, Pipeline pipeline, GateFacts facts, Instant now) {

    /**
     * Checks that deal and pipeline belong together.
     *
     * @throws IllegalArgumentException if they don't
     */
    public StageTransitionCheck {
        if (!deal.pipeline().equals(pipeline.id())) {
            throw new IllegalArgumentException("pipeline must be that of the deal, got " + pipeline.code());
        }
    }

    /**
     * Finds the unmet conditions of advancing to an open stage: the exit of the present stage, the entry of the new
     * one, and both for each stage that would be passed over; empty if the deal may advance.
     */
    public List<UnmetCondition> checkAdvance(Stage target) {
        List<UnmetCondition> unmet = new ArrayList<>(toLeave(target));
        if (!target.isOpen()) {
            unmet.add(stage(target, "is " + target.kind() + ": win or lose the deal instead"));
        } else if (position(target) <= position(current())) {
            unmet.add(stage(target, "doesn't come after " + current().name()));
        }
        if (unmet.isEmpty()) {
            unmet.addAll(passing(pipeline, current(), target));
        }
        return unmet;
    }

    /** Finds the unmet conditions of going back to an earlier open stage; empty if the deal may. No gate is asked. */
    public List<UnmetCondition> checkMoveBack(Stage target) {
        List<UnmetCondition> unmet = new ArrayList<>(toLeave(target));
        if (!target.isOpen() || position(target) >= position(current())) {
            unmet.add(stage(target, "doesn't come before " + current().name()));
        }
        return unmet;
    }

    /**
     * Finds the unmet conditions of winning: the exit of the present stage and the entry of the won stage; empty if the
     * deal may be won.
     */
    public List<UnmetCondition> checkWin() {
        return toClose(pipeline.wonStage(), true);
    }

    /** Finds the unmet conditions of losing: the entry of the lost stage; empty if the deal may be lost. */
    public List<UnmetCondition> checkLose() {
        return toClose(pipeline.lostStage(), false);
    }

    /**
     * Finds the unmet conditions of reopening a closed deal in a stage; empty if the deal may be reopened. Gates are asked
     * only of the way beyond the stage from which it was closed.
     */
    public List<UnmetCondition> checkReopen(Stage target) {
        List<UnmetCondition> unmet = new ArrayList<>();
        if (deal.isOpen()) {
            unmet.add(new UnmetCondition(UnmetCondition.UnmetCause.STATE, deal.stage(), "the deal is open"));
        }
        unmet.addAll(toEnter(target));
        if (!target.isOpen()) {
            unmet.add(stage(target, "is " + target.kind()));
        }
        if (unmet.isEmpty()) {
            Stage closedFrom = deal.find(Opportunity.CLOSED_FROM)
                    .flatMap(pipeline::findStage)
                    .orElseGet(pipeline::firstStage);
            unmet.addAll(passing(pipeline, closedFrom, target));
        }
        return unmet;
    }

    /**
     * Finds the unmet conditions of moving an open deal into another pipeline: the entry of the stage, and the gates of those
     * in use before it, as if the deal had come all the way from the first; empty if the deal may move.
     *
     * @param other the pipeline to move to; its own counts as an advance or a move back
     */
    public List<UnmetCondition> checkMoveToPipeline(Pipeline other, Stage target) {
        if (other.id().equals(pipeline.id())) {
            return checkMove(target);
        }
        List<UnmetCondition> unmet = new ArrayList<>(toLeave(target));
        if (!target.isOpen()) {
            unmet.add(stage(target, "isn't an open stage"));
        }
        if (unmet.isEmpty()) {
            Stage first = other.firstStage();
            unmet.addAll(through(first.entry()));
            unmet.addAll(passing(other, first, target));
        }
        return distinct(unmet);
    }

    /**
     * Finds the unmet conditions of a move to a stage of the deal's pipeline, whichever kind of move that is. A deal may enter
     * the stage anew that it is in.
     */
    List<UnmetCondition> checkMove(Stage target) {
        if (!target.isOpen()) {
            return toClose(target, target.kind() == StageKind.WON);
        } else if (!deal.isOpen()) {
            return checkReopen(target);
        }
        int order = Integer.compare(position(target), position(current()));
        return order == 0 ? toLeave(target) : order < 0 ? checkMoveBack(target) : checkAdvance(target);
    }

    /**
     * Returns the stage in which a closed deal would be reopened: the last open one it was in that is in use, else the
     * first.
     */
    public Stage reopenStage() {
        List<StageVisit> visits = deal.visits();
        for (int i = visits.size() - 1; i >= 0; i--) {
            StageVisit visit = visits.get(i);
            if (visit.kind() == StageKind.OPEN && visit.pipeline().equals(pipeline.id())) {
                Stage stage = pipeline.stage(visit.stage());
                if (!stage.retired()) {
                    return stage;
                }
            }
        }
        return pipeline.firstStage();
    }

    private List<UnmetCondition> toClose(Stage target, boolean asked) {
        List<UnmetCondition> unmet = new ArrayList<>(toLeave(target));
        if (unmet.isEmpty()) {
            if (asked) {
                unmet.addAll(through(current().exit()));
            }
            unmet.addAll(through(target.entry()));
        }
        return distinct(unmet);
    }

    private List<UnmetCondition> toLeave(Stage target) {
        List<UnmetCondition> unmet = new ArrayList<>();
        if (!deal.isOpen()) {
            unmet.add(new UnmetCondition(
                    UnmetCondition.UnmetCause.STATE, deal.stage(), "the deal is " + deal.kind() + ": reopen it first"));
        }
        unmet.addAll(toEnter(target));
        return unmet;
    }

    private static List<UnmetCondition> toEnter(Stage target) {
        return target.retired() ? List.of(stage(target, "is retired")) : List.of();
    }

    private List<UnmetCondition> passing(Pipeline along, Stage from, Stage target) {
        List<UnmetCondition> unmet = new ArrayList<>();
        int start = along.position(from);
        int end = along.position(target);
        List<Stage> stages = along.stages();
        for (int position = start; position <= end && start < end; position++) {
            Stage stage = stages.get(position);
            boolean onTheWay = stage.isOpen() && !stage.retired();
            if (position == start) {
                unmet.addAll(through(stage.exit()));
            } else if (position == end) {
                unmet.addAll(through(stage.entry()));
            } else if (onTheWay) {
                unmet.addAll(through(stage.entry()));
                unmet.addAll(through(stage.exit()));
            }
        }
        return distinct(unmet);
    }

    private List<UnmetCondition> through(Gate gate) {
        List<UnmetCondition> unmet = new ArrayList<>();
        if (!gate.fields().isEmpty()) {
            EntityType<Opportunity> type = Opportunity.TYPE;
            Set<String> present = type.toJson(deal).keySet();
            for (String field : gate.fields()) {
                if (!present.contains(field)) {
                    unmet.add(new UnmetCondition(UnmetCondition.UnmetCause.FIELD, field, field + " has no value"));
                }
            }
        }
        for (DealCondition condition : gate.conditions()) {
            if (!deal.matches(condition.toCriteria(), now)) {
                unmet.add(
                        new UnmetCondition(UnmetCondition.UnmetCause.CONDITION, condition.label(), condition.label()));
            }
        }
        for (BuyingRole role : gate.roles()) {
            if (!facts.engaged().contains(role)) {
                unmet.add(new UnmetCondition(
                        UnmetCondition.UnmetCause.ROLE, role.code(), "nobody is engaged as " + role));
            }
        }
        gate.approvals().forEach(rule -> missing(rule).ifPresent(unmet::add));
        if (gate.checksDiscountLimits()) {
            facts.requiredApprovals().forEach(rule -> missing(rule).ifPresent(unmet::add));
        }
        return unmet;
    }

    /** Returns the unmet condition of an approval rule. */
    private Optional<UnmetCondition> missing(ApprovalRule rule) {
        return deal.matches(rule.when().toCriteria(), now) ? rule.unmet(facts.status(rule)) : Optional.empty();
    }

    private Stage current() {
        return pipeline.stage(deal.stage());
    }

    private int position(Stage stage) {
        return pipeline.position(stage);
    }

    private static UnmetCondition stage(Stage stage, String reason) {
        return new UnmetCondition(UnmetCondition.UnmetCause.STAGE, stage.id(), stage.name() + " " + reason);
    }

    private static List<UnmetCondition> distinct(List<UnmetCondition> unmet) {
        return unmet.stream().distinct().toList();
    }
}
