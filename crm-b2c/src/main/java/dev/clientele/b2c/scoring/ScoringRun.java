package dev.clientele.b2c.scoring;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ComputeResult;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scores all persons with purchases, page by page of their ledgers in the order of their ids, and clears what is left of runs before. */
final class ScoringRun {

    private static final int BATCH_SIZE = 10_000;

    private final CrmSession session;
    private final Calibration calibration;
    private final LocalDate asOf;
    private final PersonScorer.Batch scorer;
    private long number;

    ScoringRun(CrmSession session, Calibration calibration, Valuation valuation, LocalDate asOf) {
        this.session = session;
        this.calibration = calibration;
        this.asOf = asOf;
        this.scorer = new PersonScorer(calibration, valuation, asOf).batch();
    }

    ScoringSummary run() {
        number = ScoringLease.acquire(session);
        ScoringSummary sum;
        try {
            sum = scoreAll();
            clearStale();
        } catch (RuntimeException e) {
            release(e);
            throw e;
        }
        ScoringLease.release(session, number);
        return sum;
    }

    /** Lets the next run begin at once, if storage can be reached; what has failed is what counts. */
    private void release(RuntimeException failure) {
        try {
            ScoringLease.release(session, number);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private ScoringSummary scoreAll() {
        Selection<PurchaseLedger> ledgers =
                session.repository(PurchaseLedger.TYPE).all();
        ScoringSummary sum = ScoringSummary.none(asOf);
        Page<PurchaseLedger> page = ledgers.page(BATCH_SIZE);
        while (true) {
            sum = sum.plus(score(page.items()));
            if (page.next().isEmpty()) {
                return sum;
            }
            page = ledgers.page(BATCH_SIZE, page.next().get());
        }
    }

    private ScoringSummary score(List<PurchaseLedger> ledgers) {
        List<Id<Person>> persons = new ArrayList<>(ledgers.size());
        List<PurchaseHistory> histories = new ArrayList<>(ledgers.size());
        for (PurchaseLedger ledger : ledgers) {
            ledger.history(calibration.currency()).ifPresent(history -> {
                persons.add(ledger.person());
                histories.add(history);
            });
        }
        Map<Id<Person>, Score> scores = new LinkedHashMap<>();
        List<Optional<Score>> computed = scorer.score(histories);
        for (int i = 0; i < persons.size(); i++) {
            Id<Person> person = persons.get(i);
            computed.get(i).ifPresent(score -> scores.put(person, score));
        }
        Set<Id<Person>> missing = new HashSet<>(store(scores).missing());
        long valued = scores.entrySet().stream()
                .filter(entry -> entry.getValue().clv() != null && !missing.contains(entry.getKey()))
                .count();
        return new ScoringSummary(asOf, scores.size() - missing.size(), valued, (long) persons.size() - scores.size());
    }

    private ComputeResult<Person> store(Map<Id<Person>, Score> scores) {
        List<ComputedRow<Person>> rows = scores.entrySet().stream()
                .map(entry -> entry.getValue().toRow(entry.getKey(), number, calibration.currency()))
                .toList();
        return store(rows);
    }

    private ComputeResult<Person> store(List<ComputedRow<Person>> rows) {
        return session.inTransaction(tx -> {
            ScoringLease.renew(tx, number);
            return rows.isEmpty()
                    ? new ComputeResult<>(0, List.of())
                    : tx.repository(Person.TYPE).compute(Score.FIELDS, rows.stream());
        });
    }

    /** Takes away the scores in this currency that this run hasn't given: of persons whose purchases are gone or no longer count. */
    private void clearStale() {
        Selection<Person> stale = session.repository(Person.TYPE)
                .query(Score.CURRENCY.is(calibration.currency()).and(Score.RUN.isNot(number)));
        Page<Person> page = stale.page(BATCH_SIZE);
        while (true) {
            store(page.items().stream()
                    .map(person -> Person.TYPE.computed(person.id()))
                    .toList());
            if (page.next().isEmpty()) {
                return;
            }
            page = stale.page(BATCH_SIZE, page.next().get());
        }
    }
}
