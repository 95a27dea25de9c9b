package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The moves that a write of a deal makes, in order: those by which its visits grow. Immutable and thread-safe. */
final class StageMoves {

    /** The fields that a move changes by itself. */
    private static final List<Field<Opportunity, ?>> MOVED = List.of(
            Opportunity.PIPELINE,
            Opportunity.STAGE,
            Opportunity.KIND,
            Opportunity.STAGE_SINCE,
            Opportunity.FURTHEST_STAGE,
            Opportunity.PROBABILITY,
            Opportunity.LEARNED_PROBABILITY,
            Opportunity.CATEGORY,
            Opportunity.CLOSED_AT,
            Opportunity.CLOSED_FROM,
            Opportunity.CYCLE_DAYS,
            Opportunity.CLOSE_REASON,
            Opportunity.COMPETITOR,
            Opportunity.VISITS,
            Opportunity.EARLIER_VISITS);

    private final @Nullable Opportunity before;
    private final Opportunity after;
    private final List<Move> moves;

    /**
     * A move from one visit to the next.
     *
     * @param from the visit that ends; null if the deal is opened
     * @param to the visit that begins
     * @param past how many of the visits in the record come before the one that begins
     */
    record Move(@Nullable StageVisit from, StageVisit to, int past) {}

    private StageMoves(@Nullable Opportunity before, Opportunity after, List<Move> moves) {
        this.before = before;
        this.after = after;
        this.moves = List.copyOf(moves);
    }

    /**
     * Returns the moves of a write.
     *
     * @param before the deal as it is stored; null if it is added
     * @param after the deal as it is about to be stored; its visits begin with those that stay
     */
    static StageMoves of(@Nullable Opportunity before, Opportunity after) {
        List<StageVisit> visits = after.visits();
        int kept = before == null ? 0 : before.visits().size() - StageVisitLog.leaving(before, after);
        List<Move> moves = new ArrayList<>();
        for (int i = kept; i < visits.size(); i++) {
            moves.add(new Move(i == 0 ? null : visits.get(i - 1), visits.get(i), i));
        }
        return new StageMoves(before, after, moves);
    }

    /** Returns whether these visits are others with corrections at most. */
    static boolean corrects(List<StageVisit> visits, List<StageVisit> others) {
        return visits.size() == others.size()
                && IntStream.range(0, visits.size())
                        .allMatch(place -> visits.get(place).corrects(others.get(place)));
    }

    /** Returns whether the write changes visits that were stored before. */
    boolean correctsPast() {
        if (before == null) {
            return false;
        }
        List<StageVisit> old = before.visits();
        int left = StageVisitLog.leaving(before, after);
        return !after.visits().subList(0, old.size() - left).equals(old.subList(left, old.size()));
    }

    /** Returns the deal as it is about to be stored. */
    Opportunity deal() {
        return after;
    }

    /** Returns the moves in order. */
    List<Move> list() {
        return moves;
    }

    /** Returns the pipelines that the moves lead out of or into, and the one that the deal is in. */
    Set<Id<Pipeline>> pipelines() {
        Set<Id<Pipeline>> pipelines = new LinkedHashSet<>();
        for (Move move : moves) {
            StageVisit from = move.from();
            if (from != null) {
                pipelines.add(from.pipeline());
            }
            pipelines.add(move.to().pipeline());
        }
        pipelines.add(after.pipeline());
        return pipelines;
    }

    /**
     * Returns the deal as it is before one of the moves: in the stage that it leaves, with all other fields as they are about
     * to be stored.
     *
     * @param pipeline the one that it is in then
     */
    Opportunity dealBefore(Move move, Pipeline pipeline) {
        if (before != null && move.equals(moves.get(0))) {
            Opportunity deal = after;
            for (Field<Opportunity, ?> field : MOVED) {
                deal = copied(deal, before, field);
            }
            return deal;
        }
        List<StageVisit> visits = after.visits().subList(0, move.past());
        StageVisit at = visits.get(visits.size() - 1);
        StageHistory history = StageHistory.of(after.get(Opportunity.EARLIER_VISITS), visits);
        Opportunity deal = after.without(Opportunity.LEARNED_PROBABILITY)
                .without(Opportunity.COMPETITOR)
                .with(Opportunity.PIPELINE, at.pipeline())
                .with(Opportunity.STAGE, at.stage())
                .with(Opportunity.KIND, at.kind())
                .with(Opportunity.STAGE_SINCE, at.enteredAt())
                .with(
                        Opportunity.FURTHEST_STAGE,
                        history.furthestOpen(at.pipeline()).orElse(null))
                .with(Opportunity.CLOSED_AT, at.kind() == StageKind.OPEN ? null : at.enteredAt())
                .with(Opportunity.CLOSED_FROM, history.closedFrom().orElse(null))
                .with(Opportunity.CYCLE_DAYS, history.cycleDays().orElse(null))
                .with(Opportunity.CLOSE_REASON, at.reason())
                .with(Opportunity.VISITS, visits);
        return StageTransitions.defaults(deal, pipeline);
    }

    private static <V> Opportunity copied(Opportunity into, Opportunity from, Field<Opportunity, V> field) {
        return into.with(field, from.get(field));
    }
}
