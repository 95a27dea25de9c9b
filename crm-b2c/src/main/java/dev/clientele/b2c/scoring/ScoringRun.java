package dev.clientele.b2c.scoring;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores all persons with purchases, page by page of their ledgers. */
final class ScoringRun {

    private static final int BATCH_SIZE = 500;

    private final CrmSession session;
    private final Calibration calibration;
    private final LocalDate asOf;
    private final PersonScorer scorer;

    ScoringRun(CrmSession session, Calibration calibration, Valuation valuation, LocalDate asOf) {
        this.session = session;
        this.calibration = calibration;
        this.asOf = asOf;
        this.scorer = new PersonScorer(calibration, valuation, asOf);
    }

    ScoringSummary run() {
        Selection<PurchaseLedger> ledgers = session.repository(PurchaseLedger.TYPE)
                .query(PurchaseLedger.CURRENCIES.has(calibration.currency().getCode()));
        ScoringSummary sum = ScoringSummary.none(asOf);
        Page<PurchaseLedger> page = ledgers.page(BATCH_SIZE);
        while (true) {
            sum = sum.plus(store(page.items()));
            if (page.next().isEmpty()) {
                return sum;
            }
            page = ledgers.page(BATCH_SIZE, page.next().get());
        }
    }

    private ScoringSummary store(List<PurchaseLedger> ledgers) {
        Map<Id<Person>, Optional<Score>> scores = new LinkedHashMap<>();
        ledgers.forEach(ledger -> scores.put(ledger.person(), scorer.score(ledger)));
        return session.inTransaction(tx -> {
            Persons persons = new Persons(tx);
            List<Person> changed = new ArrayList<>();
            ScoringSummary sum = ScoringSummary.none(asOf);
            for (Person person : persons.findAll(scores.keySet())) {
                Score score = scores.getOrDefault(person.id(), Optional.empty()).orElse(null);
                changed.add(person.withScore(score));
                sum = sum.plus(
                        score == null
                                ? new ScoringSummary(asOf, 0, 0, 1)
                                : new ScoringSummary(asOf, 1, score.clv() == null ? 0 : 1, 0));
            }
            persons.saveAll(changed);
            return sum;
        });
    }
}
