package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The deals of the session's tenant, with their moves through the gates of their pipelines. Thread-safe unless the
 * session is that of a transaction.
 *
 * <p>Every move is decided in the transaction that stores it: if somebody else has changed the deal since it was read, nothing
 * moves and a {@link dev.clientele.core.error.StaleVersionException} says so; what the caller has changed in its copy is stored
 * along with the move, and judged with it. {@link #canAdvance}, {@link #canWin} and {@link
 * #canLose} return every unmet condition and change nothing. Closing sets the close date to the day of the session's clock, in the clock's zone, or
 * to a day that is given.
 */
public class Opportunities extends ForwardingRepository<Opportunity> {

    private final CrmSession session;
    private final Pipelines pipelines;
    private final List<GateFactSource> sources;

    /**
     * Opens the deals of a session.
     *
     * @param sources the sources of facts beyond a deal's own fields; a fact that none of them knows counts as missing
     */
    public Opportunities(CrmSession session, List<GateFactSource> sources) {
        super(session.repository(Opportunity.TYPE));
        this.session = session;
        this.sources = List.copyOf(sources);
        this.pipelines = new Pipelines(session);
    }

    /** Opens a deal in the first stage of a pipeline, which is stored first if it is new. */
    public Opportunity open(Account account, Pipeline pipeline, String name, Money amount) {
        return open(Opportunity.of(account, name).with(Opportunity.AMOUNT, amount), pipeline);
    }

    /**
     * Opens a deal, with all its fields as given, in the first stage of a pipeline, which is stored first if it is new.
     */
    public Opportunity open(Opportunity deal, Pipeline pipeline) {
        return session.inTransaction(tx ->
                tx.repository(Opportunity.TYPE).add(deal.openedIn(new Pipelines(tx).getOrCreate(pipeline), tx.now())));
    }

    /** Selects the deals with an account. */
    public Selection<Opportunity> findByAccount(Id<Account> account) {
        return query(Opportunity.ACCOUNT.is(account));
    }

    /** Finds the deal with this id in the system it comes from. */
    public Optional<Opportunity> findByExternalId(String externalId) {
        return query(Opportunity.EXTERNAL_ID.is(externalId)).first();
    }

    /**
     * Finds the unmet conditions of advancing a deal to a stage; empty if it may advance.
     *
     * @param stage id or name
     * @throws IllegalArgumentException if the pipeline has no such stage
     */
    public List<UnmetCondition> canAdvance(Opportunity deal, String stage) {
        StageTransitionCheck progress = transitionCheck(deal);
        return progress.checkAdvance(progress.pipeline().stage(stage));
    }

    /**
     * Advances a deal to a stage.
     *
     * @param stage id or name
     * @throws UnmetConditionsException with everything that {@link #canAdvance} tells
     */
    public Opportunity advance(Opportunity deal, String stage) {
        return move(deal, progress -> {
            Stage target = progress.pipeline().stage(stage);
            require(progress.checkAdvance(target));
            return progress.deal().movedTo(progress.pipeline(), target, progress.now());
        });
    }

    /**
     * Moves a deal back to an earlier stage.
     *
     * @param stage id or name
     * @throws UnmetConditionsException if the deal is closed or the stage isn't an earlier one
     */
    public Opportunity moveBack(Opportunity deal, String stage) {
        return move(deal, progress -> {
            Stage target = progress.pipeline().stage(stage);
            require(progress.checkMoveBack(target));
            return progress.deal().movedTo(progress.pipeline(), target, progress.now());
        });
    }

    /**
     * Moves an open deal to a stage of another pipeline, which is stored first if it is new; the deal's history goes on.
     *
     * @param stage id or name
     * @throws UnmetConditionsException if the deal is closed, the stage isn't an open one in use, or the deal doesn't meet
     *     the gates up to it
     */
    public Opportunity moveToPipeline(Opportunity deal, Pipeline pipeline, String stage) {
        return session.inTransaction(tx -> {
            Pipeline other = new Pipelines(tx).getOrCreate(pipeline);
            Stage target = other.stage(stage);
            StageTransitionCheck progress = in(tx).transitionCheck(deal, other);
            tx.repository(Opportunity.TYPE).getForUpdate(deal);
            require(progress.checkMoveToPipeline(other, target));
            return tx.repository(Opportunity.TYPE).save(deal.movedTo(other, target, tx.now()));
        });
    }

    /** Finds the unmet conditions of winning a deal; empty if it may be won. */
    public List<UnmetCondition> canWin(Opportunity deal) {
        return transitionCheck(deal).checkWin();
    }

    /**
     * Closes a deal as won.
     *
     * @throws UnmetConditionsException with everything that {@link #canWin} tells
     */
    public Opportunity win(Opportunity deal) {
        return win(deal, today());
    }

    /** Closes a deal as won, with the day that counts as its close date; otherwise as {@link #win(Opportunity)}. */
    public Opportunity win(Opportunity deal, LocalDate closedOn) {
        return move(deal, progress -> {
            require(progress.checkWin());
            return progress.deal().won(progress.pipeline(), progress.now(), closedOn, null);
        });
    }

    /** Finds the unmet conditions of losing a deal; empty if it may be lost. */
    public List<UnmetCondition> canLose(Opportunity deal) {
        return transitionCheck(deal).checkLose();
    }

    /**
     * Closes a deal as lost.
     *
     * @param reason the reason
     * @throws UnmetConditionsException with everything that {@link #canLose} tells
     */
    public Opportunity lose(Opportunity deal, String reason) {
        return lose(deal, reason, null);
    }

    /** Closes a deal as lost to a competitor; otherwise as {@link #lose(Opportunity, String)}. */
    public Opportunity lose(Opportunity deal, String reason, @Nullable String competitor) {
        return move(deal, progress -> {
            require(progress.checkLose());
            return progress.deal()
                    .lost(progress.pipeline(), progress.now(), today(), reason)
                    .with(Opportunity.COMPETITOR, competitor);
        });
    }

    /**
     * Reopens a closed deal in the last open stage it was in. The reason for its closing stays in its history only.
     *
     * @throws UnmetConditionsException if the deal is open
     */
    public Opportunity reopen(Opportunity deal) {
        return move(deal, progress -> reopened(progress, progress.reopenStage()));
    }

    /**
     * Reopens a closed deal in a stage.
     *
     * @param stage id or name
     * @throws UnmetConditionsException if the deal is open, the stage isn't open or in use, or lies beyond that from which the
     *     deal was closed and the deal doesn't meet the gates on the way
     */
    public Opportunity reopen(Opportunity deal, String stage) {
        return move(deal, progress -> reopened(progress, progress.pipeline().stage(stage)));
    }

    private static Opportunity reopened(StageTransitionCheck progress, Stage target) {
        require(progress.checkReopen(target));
        return progress.deal().movedTo(progress.pipeline(), target, progress.now());
    }

    /** Moves a deal; the write is judged once more, against what is stored, by {@link StageTransitionRule}. */
    private Opportunity move(Opportunity seen, Function<StageTransitionCheck, Opportunity> decision) {
        return session.inTransaction(tx -> {
            StageTransitionCheck progress = in(tx).transitionCheck(seen);
            tx.rely(progress.pipeline());
            tx.repository(Opportunity.TYPE).getForUpdate(seen); // stale or not; others who move it wait here
            return tx.repository(Opportunity.TYPE).save(decision.apply(progress));
        });
    }

    private Opportunities in(CrmSession tx) {
        return new Opportunities(tx, sources);
    }

    /** Sets the probability by hand; it holds through moves and {@link Pipelines#refreshDeals} until it is cleared. */
    public Opportunity setProbability(Opportunity deal, BigDecimal probability) {
        return save(deal.withProbability(probability));
    }

    /** Clears the probability set by hand: the stage's counts again. */
    public Opportunity clearProbability(Opportunity deal) {
        return session.inTransaction(tx -> tx.repository(Opportunity.TYPE)
                .save(deal.withStageProbability(tx.repository(Pipeline.TYPE).get(deal.pipeline()))));
    }

    /**
     * Splits the credit for a deal among these people, together 100 percent; credits its owner alone if there are none.
     *
     * @throws dev.clientele.core.error.InvalidException if they don't total 100, or one is named twice or isn't there
     */
    public Opportunity split(Opportunity deal, CreditSplit... splits) {
        return save(deal.withSplits(List.of(splits)));
    }

    /**
     * Selects the deals that a split or overlay credits to somebody; those that are credited to their owner alone
     * aren't among them.
     */
    public Selection<Opportunity> findCreditedTo(Id<SalesRep> rep) {
        return query(Opportunity.CREDITED_REPS.has(rep.toString()));
    }

    /**
     * Computes the credit of each sales representative for the deals that meet a criteria, by the splits or else as
     * owner; overlays are left out. The credits total the amount of these deals, but for deals without splits and
     * owner.
     */
    public Map<Id<SalesRep>, MoneyTotals> credits(Criteria which) {
        return session.inSnapshot(snapshot -> CreditAggregator.of(snapshot.repository(Opportunity.TYPE), which));
    }

    /** Returns the check of the deal's moves now, on its pipeline as it is stored. */
    public StageTransitionCheck transitionCheck(Opportunity deal) {
        Pipeline pipeline = pipelines.get(deal.pipeline());
        return new StageTransitionCheck(
                deal, pipeline, pipeline.needsFacts() ? facts(deal) : GateFacts.none(), session.now());
    }

    private StageTransitionCheck transitionCheck(Opportunity deal, Pipeline other) {
        Pipeline pipeline = pipelines.get(deal.pipeline());
        boolean facts = pipeline.needsFacts() || other.needsFacts();
        return new StageTransitionCheck(deal, pipeline, facts ? facts(deal) : GateFacts.none(), session.now());
    }

    private GateFacts facts(Opportunity deal) {
        GateFacts facts = GateFacts.none();
        for (GateFactSource source : sources) {
            facts = facts.plus(source.factsAbout(session, deal));
        }
        return facts;
    }

    /** Returns the criteria of open deals without a next step. */
    public static Criteria missingNextStep() {
        return Opportunity.KIND.is(StageKind.OPEN).and(Opportunity.NEXT_STEP.isMissing());
    }

    /**
     * Returns the criteria of open deals whose next step was due before today, as it is in that zone at the time of
     * asking.
     */
    public static Criteria overdueNextStep(ZoneId zone) {
        return Opportunity.KIND
                .is(StageKind.OPEN)
                .and(Opportunity.NEXT_STEP_DUE.compare(Operator.BELOW, RelativeTime.date(Period.ZERO, zone)));
    }

    /**
     * Returns the criteria of open deals that have been in their stage of a pipeline for longer than the stage allows,
     * to be combined with any other; of no deal if no stage has a limit.
     */
    public static Criteria exceedingMaxDays(Pipeline pipeline, Instant now) {
        List<Criteria> overdue = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            Integer most = stage.mostDays();
            if (most != null && stage.isOpen()) {
                overdue.add(Opportunity.STAGE
                        .is(stage.id())
                        .and(Opportunity.STAGE_SINCE.below(now.minus(Duration.ofDays(most)))));
            }
        }
        return Opportunity.PIPELINE.is(pipeline.id()).and(Criteria.anyOf(overdue));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), session.clock().getZone());
    }

    private static void require(List<UnmetCondition> unmet) {
        if (!unmet.isEmpty()) {
            throw new UnmetConditionsException(unmet);
        }
    }
}
