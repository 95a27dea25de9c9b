package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rule that a deal changes its stage only by moves that its pipeline allows, by whatever door it is written. A move is
 * judged on the deal and the pipeline as they are stored, with facts read in the transaction that writes: a gate that is
 * tightened, an approval that is removed or a stakeholder who leaves before the commit is noticed. Immutable and thread-safe.
 *
 * <p>Moves that {@linkplain CrmSession#isImportingHistory come in as history} pass no gate, but name stages that are there;
 * only they may correct times and reasons of earlier moves.
 */
public final class StageTransitionRule implements WriteRule<Opportunity> {

    private final List<GateFactSource> sources;

    /**
     * Creates the rule.
     *
     * @param sources the sources of facts beyond a deal's own fields; a fact that none of them knows counts as missing
     */
    public StageTransitionRule(List<GateFactSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public void check(CrmSession transaction, List<RecordWrite<Opportunity>> writes) {
        List<RecordWrite<Opportunity>> moves = writes.stream()
                .filter(write -> !write.isRemoved() && write.changes(Opportunity.VISITS))
                .toList();
        if (moves.isEmpty()) {
            return;
        }
        Map<Id<Pipeline>, Pipeline> pipelines = pipelines(transaction, moves);
        StageVisitLog archive = new StageVisitLog(transaction);
        for (RecordWrite<Opportunity> move : moves) {
            Opportunity after = Objects.requireNonNull(move.after());
            StageMoves judged = StageMoves.of(move.before(), after);
            judge(transaction, judged, pipelines);
            if (move.before() != null) {
                archive.recordLeaving(move.before(), after);
            } else if (after.get(Opportunity.EARLIER_VISITS) != null) {
                throw invalid(Opportunity.EARLIER_VISITS, "must be missing of a deal that is added");
            }
        }
    }

    private static Map<Id<Pipeline>, Pipeline> pipelines(CrmSession transaction, List<RecordWrite<Opportunity>> moves) {
        Set<Id<Pipeline>> ids = new LinkedHashSet<>();
        moves.forEach(move -> ids.addAll(StageMoves.of(move.before(), Objects.requireNonNull(move.after()))
                .pipelines()));
        Map<Id<Pipeline>, Pipeline> pipelines = new HashMap<>();
        transaction
                .repository(Pipeline.TYPE)
                .findAll(ids)
                .forEach(pipeline -> pipelines.put(pipeline.id(), transaction.rely(pipeline)));
        return pipelines;
    }

    private void judge(CrmSession transaction, StageMoves moves, Map<Id<Pipeline>, Pipeline> pipelines) {
        boolean history = transaction.isImportingHistory();
        if (!history && moves.correctsPast()) {
            throw invalid(Opportunity.VISITS, "must only be added to, unless history comes in");
        }
        for (StageMoves.Move move : moves.list()) {
            Pipeline pipeline = pipeline(pipelines, move.to().pipeline());
            Stage target = target(pipeline, move.to(), history);
            StageVisit from = move.from();
            if (from == null) {
                if (!history && !target.id().equals(pipeline.firstStage().id())) {
                    throw invalid(
                            Opportunity.STAGE, "must be the pipeline's first: open the deal there and advance it");
                }
            } else if (!history) {
                requireAllowed(transaction, moves, move, pipeline(pipelines, from.pipeline()), pipeline, target);
            }
        }
        if (!history) {
            requireChances(moves.deal(), pipeline(pipelines, moves.deal().pipeline()));
        }
    }

    private void requireAllowed(
            CrmSession transaction,
            StageMoves moves,
            StageMoves.Move move,
            Pipeline current,
            Pipeline next,
            Stage target) {
        Opportunity candidate = moves.dealBefore(move, current);
        GateFacts facts = current.needsFacts() || next.needsFacts() ? facts(transaction, candidate) : GateFacts.none();
        List<UnmetCondition> unmet = new StageTransitionCheck(candidate, current, facts, transaction.now())
                .checkMoveToPipeline(next, target);
        if (!unmet.isEmpty()) {
            throw new UnmetConditionsException(unmet);
        }
    }

    private GateFacts facts(CrmSession transaction, Opportunity deal) {
        GateFacts facts = GateFacts.none();
        for (GateFactSource source : sources) {
            facts = facts.plus(source.factsForMove(transaction, deal));
        }
        return facts;
    }

    private static Pipeline pipeline(Map<Id<Pipeline>, Pipeline> pipelines, Id<Pipeline> id) {
        Pipeline pipeline = pipelines.get(id);
        if (pipeline == null) {
            throw invalid(Opportunity.PIPELINE, "refers to a pipeline that isn't there");
        }
        return pipeline;
    }

    /** Returns the stage that a visit is of, as the pipeline is stored. */
    private static Stage target(Pipeline pipeline, StageVisit visit, boolean history) {
        boolean current = visit.pipelineVersion() == pipeline.version();
        if (!current && !(history && visit.pipelineVersion() < pipeline.version())) {
            throw new StaleVersionException(List.of(pipeline.id().value()), null);
        }
        Stage stage = pipeline.stages().stream()
                .filter(known -> known.id().equals(visit.stage()))
                .findFirst()
                .orElseThrow(() -> invalid(Opportunity.STAGE, "must be a stage of its pipeline"));
        if (stage.kind() != visit.kind() || (current && pipeline.position(stage) != visit.position())) {
            throw invalid(Opportunity.VISITS, "must have the kind and the place that the stage has in its pipeline");
        }
        return stage;
    }

    private static void requireChances(Opportunity deal, Pipeline pipeline) {
        Opportunity expected = StageTransitions.defaults(deal, pipeline);
        if (expected.probability().compareTo(deal.probability()) != 0) {
            throw invalid(Opportunity.PROBABILITY, "must be the stage's, unless it was set by hand or learned");
        } else if (expected.get(Opportunity.CATEGORY) != deal.get(Opportunity.CATEGORY)) {
            throw invalid(Opportunity.CATEGORY, "must be the stage's, unless it was set by hand");
        }
    }

    private static InvalidException invalid(Field<Opportunity, ?> field, String reason) {
        return InvalidException.of(Opportunity.TYPE.name(), field.name(), reason);
    }
}
