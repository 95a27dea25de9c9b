package dev.clientele.b2c.scoring;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchasePolicy;
import dev.clientele.b2c.purchase.Purchases;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.b2c.scoring.holdout.HoldOutSplit;
import dev.clientele.b2c.scoring.holdout.HoldOutSplitBuilder;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * The scoring of the persons of the session's tenant. Thread-safe unless it comes from within a transaction.
 *
 * <pre>{@code
 * Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
 * b2c.scoring().activate(calibration);
 * b2c.scoring().score(Valuation.over(Horizon.months(12)));
 * Page<Person> lapsing = b2c.persons().query(Score.P_ALIVE.below(0.3).and(Person.CITY.is("Leeds"))).page(50);
 * LifetimeValue value = b2c.scoring().lifetimeValue(person, Horizon.months(12));
 * PurchasePrediction range = b2c.scoring().predict(person, Horizon.months(12));
 * }</pre>
 */
public final class Scoring {

    private final CrmSession session;

    /** Opens the scoring of a session; users of the library take {@code B2c.in(session).scoring()}. */
    public Scoring(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Fits a model by the plan's defaults, as {@link #fit(CalibrationPlan)}. */
    public Calibration fit(RepeatPurchaseFamily purchases) {
        return fit(CalibrationPlan.of(purchases));
    }

    /**
     * Fits models to the stored purchase histories and stores the result.
     *
     * @throws dev.clientele.b2c.scoring.fit.NoFitException if the data don't determine a model; says why. Nothing is stored then
     * @throws InvalidException if the plan names no currency and there are purchases in several
     * @throws IllegalArgumentException if the plan has a model that isn't one of this library's
     */
    public Calibration fit(CalibrationPlan plan) {
        return fit(plan, Optional.empty());
    }

    /**
     * Fits models beginning at an earlier calibration: a fraction of the work where purchases have changed little. The
     * estimates agree with those of {@link #fit(CalibrationPlan)} to about 1e-8.
     *
     * @param before an earlier calibration of the same kind of model and unit of time
     * @throws IllegalArgumentException if the earlier calibration is of another kind
     */
    public Calibration refit(CalibrationPlan plan, Calibration before) {
        return fit(plan, Optional.of(before));
    }

    /**
     * Fits models beginning at the active calibration, as {@link #refit(CalibrationPlan, Calibration)}; without regard to what else
     * was fitted meanwhile. The result isn't active until it is {@linkplain #activate activated}.
     *
     * @throws IllegalStateException if none is active
     * @throws IllegalArgumentException if the active calibration is of another kind
     */
    public Calibration refit(CalibrationPlan plan) {
        return refit(plan, requireActive());
    }

    private Calibration fit(CalibrationPlan plan, Optional<Calibration> before) {
        StoredFamilies.requireStorable(plan);
        PurchasePolicy policy = purchases().policy();
        CurrencyUnit currency = plan.currency().orElseGet(this::theCurrency);
        Calibration fitted = new CalibrationFitter(ledgers(), policy.rule())
                .fit(plan, currency, plan.end().orElseGet(() -> today(policy)), before);
        return calibrations().add(fitted.with(Calibration.FITTED_AT, session.now()));
    }

    /** Returns all calibrations that were ever stored. */
    public Repository<Calibration> calibrations() {
        return session.repository(Calibration.TYPE);
    }

    /**
     * Chooses the calibration by which persons are scored and valued from now on where none is named. Fitting chooses nothing:
     * what was fitted for an experiment stays one. The choice stands in the change log.
     *
     * @throws InvalidException if it isn't stored
     */
    public void activate(Calibration calibration) {
        session.runInTransaction(tx -> {
            Repository<ActiveCalibration> choices = tx.repository(ActiveCalibration.TYPE);
            ActiveCalibration choice = ActiveCalibration.of(calibration);
            choices.save(choices.getOrAdd(choice).with(ActiveCalibration.CALIBRATION, calibration.id()));
        });
    }

    /** Returns the calibration that was {@linkplain #activate activated} last; empty if none was yet. */
    public Optional<Calibration> active() {
        return session.repository(ActiveCalibration.TYPE)
                .find(ActiveCalibration.singletonId())
                .map(choice -> calibrations().get(choice.require(ActiveCalibration.CALIBRATION)));
    }

    private Calibration requireActive() {
        return active().orElseThrow(
                        () -> new IllegalStateException("no calibration is active yet: fit one and activate it"));
    }

    /**
     * Scores everybody by the active calibration, as {@link #score(Calibration, Valuation)}.
     *
     * @throws IllegalStateException if there is none
     */
    public ScoringSummary score(Valuation valuation) {
        return score(requireActive(), valuation);
    }

    /**
     * Scores everybody with a purchase history in the calibration's currency, in batches, each in a transaction of its own, in
     * memory that doesn't grow with their number. Scores are computed fields: no version is raised, nothing stands in the change
     * log, nobody's edit collides with it. Scores in this currency that the run doesn't give again are taken away at its end.
     * Should it break off, running it again completes it.
     *
     * @throws IllegalArgumentException if the horizon has no end
     * @throws dev.clientele.core.error.UnavailableException if another run is going on; one that died ends two minutes after its last
     *     batch
     * @throws dev.clientele.core.error.DeniedException if the policy doesn't let the actor compute fields of persons
     */
    public ScoringSummary score(Calibration calibration, Valuation valuation) {
        return new ScoringRun(session, calibration, valuation, asOf(valuation)).run();
    }

    /** Computes the lifetime value of a person by the active calibration, as of today, nothing discounted. */
    public LifetimeValue lifetimeValue(Person person, Horizon horizon) {
        return lifetimeValue(person.id(), Valuation.over(horizon));
    }

    /**
     * Computes the lifetime value of a person by the active calibration, as {@link #lifetimeValue(Id, Calibration,
     * Valuation)}.
     *
     * @throws IllegalStateException if there is none
     */
    public LifetimeValue lifetimeValue(Id<Person> person, Valuation valuation) {
        return lifetimeValue(person, requireActive(), valuation);
    }

    /**
     * Computes the lifetime value of a person: received so far and expected within the horizon. Its interval, if the valuation asks for
     * one, is of the expectation; between which amounts the person will spend {@link #predict(Id, Calibration, Valuation)} says.
     *
     * @throws NotFoundException if the person has no purchases in the calibration's currency
     * @throws IllegalArgumentException if nothing that counts was bought by the day, or the horizon has no end and nothing is
     *     discounted
     * @throws IllegalStateException if the calibration has no spend model
     * @throws dev.clientele.b2c.scoring.model.NoMeanException if the spend model has no mean for this person
     */
    public LifetimeValue lifetimeValue(Id<Person> person, Calibration calibration, Valuation valuation) {
        PurchaseHistory history = purchases()
                .history(person, calibration.currency())
                .orElseThrow(() -> new NotFoundException(PurchaseLedger.TYPE.name(), person.value()));
        return new PersonScorer(calibration, valuation, asOf(valuation)).value(history);
    }

    /**
     * Predicts what a person will do by the active calibration, as {@link #predict(Id, Calibration, Valuation)}: with 95 %, as of
     * today.
     *
     * @throws IllegalStateException if none is active
     */
    public PurchasePrediction predict(Person person, Horizon horizon) {
        return predict(person.id(), requireActive(), Valuation.over(horizon));
    }

    /**
     * Predicts between which numbers a person's purchases and spend will lie within the horizon: what the person does by chance, and how
     * sure the parameters are. A lifetime value's interval is of the expectation alone, and narrower. Simulates 2,000 futures:
     * a few milliseconds. Seeded: the same purchases have the same prediction to the last bit.
     *
     * @param valuation horizon, day and level, which is 0.95 if it says none; discounting, margin and cost don't count
     * @throws NotFoundException if the person has no purchases in the calibration's currency, or none that counts by the day
     * @throws IllegalArgumentException if the horizon has no end
     */
    public PurchasePrediction predict(Id<Person> person, Calibration calibration, Valuation valuation) {
        PersonPredictor predictor = new PersonPredictor(calibration, valuation, asOf(valuation));
        return purchases()
                .history(person, calibration.currency())
                .flatMap(predictor::predict)
                .orElseThrow(() -> new NotFoundException(PurchaseLedger.TYPE.name(), person.value()));
    }

    /**
     * Predicts what everybody will do together by the active calibration, as {@link #predictTotal(Calibration, Valuation)}.
     *
     * @throws IllegalStateException if none is active
     */
    public PurchasePrediction predictTotal(Valuation valuation) {
        return predictTotal(requireActive(), valuation);
    }

    /**
     * Predicts between which numbers the purchases and the spend of all persons together will lie within the horizon, of those who had
     * bought by the day in the calibration's currency; who comes later isn't counted. Reads all ledgers, holds some dozens of bytes for
     * each, and simulates two million futures once for purchases and once for spend: seconds, some more with very many persons. Seeded:
     * the same purchases have the same prediction to the last bit, in whatever store.
     *
     * @param valuation horizon, day and level, which is 0.95 if it says none; discounting, margin and cost don't count
     * @throws IllegalArgumentException if the horizon has no end
     */
    public PurchasePrediction predictTotal(Calibration calibration, Valuation valuation) {
        LocalDate day = asOf(valuation);
        PersonPredictor predictor = new PersonPredictor(calibration, valuation, day);
        try (Stream<PurchaseLedger> stored = ledgers()
                .query(PurchaseLedger.CURRENCIES
                        .has(calibration.currency().getCode())
                        .and(PurchaseLedger.FIRST_DAY.atMost(day)))
                .stream()) {
            return predictor.predictTotal(stored.flatMap(ledger -> ledger.history(calibration.currency()).stream()));
        }
    }

    /**
     * Compares what a calibration expected of the time after it with what happened.
     *
     * @param endInclusive the last day of the period, after the calibration's end
     */
    public HoldOut holdOut(Calibration calibration, LocalDate endInclusive) {
        return holdOutSplit(calibration, endInclusive).evaluate(calibration.purchaseModel());
    }

    /**
     * Returns all persons as a calibration knew them, and their purchases in the time after it: for comparing models
     * ({@link dev.clientele.b2c.scoring.holdout.ModelComparison}), for a lapse flag and for drift alarms.
     *
     * @param endInclusive the last day of the period, after the calibration's end
     */
    public HoldOutSplit holdOutSplit(Calibration calibration, LocalDate endInclusive) {
        HoldOutSplitBuilder split = HoldOutSplit.builder(calibration.end(), endInclusive, calibration.rule());
        try (Stream<PurchaseLedger> stored = ledgers()
                .query(PurchaseLedger.CURRENCIES
                        .has(calibration.currency().getCode())
                        .and(PurchaseLedger.FIRST_DAY.atMost(calibration.end())))
                .stream()) {
            stored.forEach(ledger -> ledger.history(calibration.currency()).ifPresent(split::add));
        }
        return split.build();
    }

    /**
     * Finds the persons with the highest expected value by the latest scoring run, highest first.
     *
     * @param limit 1 to 10,000
     */
    public List<Person> findMostValuable(int limit, CurrencyUnit currency) {
        return new Persons(session)
                .query(Score.CLV.isInCurrency(currency))
                .sortedBy(Score.CLV, SortDirection.DESCENDING)
                .page(limit)
                .items();
    }

    private LocalDate asOf(Valuation valuation) {
        return valuation.asOf().orElseGet(() -> today(purchases().policy()));
    }

    private LocalDate today(PurchasePolicy policy) {
        return policy.clock().dayOf(session.now());
    }

    /** Finds the one currency of all ledgers; a ledger in several has no sum of its spend, and so no currency. */
    private CurrencyUnit theCurrency() {
        List<Group> groups = ledgers()
                .query(PurchaseLedger.CURRENCIES.isPresent())
                .aggregate(List.of(PurchaseLedger.SPENT.currency()), List.of(Measure.count()));
        CurrencyUnit only = groups.size() == 1
                ? PurchaseLedger.SPENT.currency().valueOf(groups.get(0).keys().get(0))
                : null;
        if (only == null) {
            throw InvalidException.of(
                    Calibration.TYPE.name(),
                    Calibration.CURRENCY.name(),
                    "must be said by the plan, as there are purchases in "
                            + (groups.isEmpty() ? "none yet" : "several"));
        }
        return only;
    }

    private Purchases purchases() {
        return new Purchases(session);
    }

    private Repository<PurchaseLedger> ledgers() {
        return purchases().ledgers();
    }
}
