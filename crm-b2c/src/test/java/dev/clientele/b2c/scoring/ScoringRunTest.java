package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.core.value.Horizon;
import dev.clientele.persistence.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores as computed fields, and the calibration by which they are given. */
@ParameterizedClass
@EnumSource(Store.class)
class ScoringRunTest extends StoredTest {

    private static final Valuation YEAR = Valuation.over(Horizon.months(12));

    ScoringRunTest(Store store) {
        super(store);
    }

    @Test
    void a_run_leaves_the_change_log_and_every_version_as_they_were_and_spoils_no_edit() {
        List<Person> persons = buyers(CurrencyUnit.GBP);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        List<Change> before = session.changes().after(Position.START, 1000);

        ScoringSummary scored = b2c.scoring().score(calibration, YEAR);
        Person edited = b2c.persons().save(persons.get(0).with(Person.GENDER, "f"));

        assertThat(scored.scored()).isEqualTo(persons.size());
        assertThat(session.changes().after(Position.START, 1000).subList(0, before.size()))
                .isEqualTo(before);
        assertThat(session.changes().after(Position.START, 1000)).hasSize(before.size() + 1);
        assertThat(edited.version()).isEqualTo(2);
        assertThat(b2c.persons().get(edited.id()).score()).isPresent();
        assertThat(b2c.persons().get(persons.get(1).id()).version()).isEqualTo(1);
    }

    @Test
    void a_run_again_gives_the_same_scores() {
        List<Person> persons = buyers(CurrencyUnit.GBP);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());

        ScoringSummary first = b2c.scoring().score(calibration, YEAR);
        Score before = b2c.persons().get(persons.get(3).id()).score().orElseThrow();
        ScoringSummary second = b2c.scoring().score(calibration, YEAR);

        assertThat(second).isEqualTo(first);
        assertThat(b2c.persons().get(persons.get(3).id()).score()).contains(before);
    }

    @Test
    void the_score_of_somebody_whose_purchases_no_longer_count_is_taken_away_and_the_others_stay() {
        List<Person> persons = buyers(CurrencyUnit.GBP);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().score(calibration, YEAR);

        b2c.purchases().share(persons.get(0).id());
        b2c.scoring().score(calibration, YEAR);

        Person crowd = b2c.persons().get(persons.get(0).id());
        assertThat(crowd.score()).isEmpty();
        assertThat(crowd.find(Score.RUN)).isEmpty();
        assertThat(b2c.persons().query(Score.P_ALIVE.isPresent()).count()).isEqualTo(persons.size() - 1);
    }

    @Test
    void a_run_in_one_currency_leaves_the_scores_in_another_alone() {
        List<Person> british = buyers(CurrencyUnit.GBP);
        List<Person> european = buyers(CurrencyUnit.EUR);
        Calibration pounds =
                b2c.scoring().fit(CalibrationPlan.of(BgNbd.weekly()).withCurrency(CurrencyUnit.GBP));
        Calibration euros = b2c.scoring().fit(CalibrationPlan.of(BgNbd.weekly()).withCurrency(CurrencyUnit.EUR));

        b2c.scoring().score(pounds, YEAR);
        b2c.scoring().score(euros, YEAR);

        assertThat(b2c.persons().query(Score.CURRENCY.is(pounds.currency())).count())
                .isEqualTo(british.size());
        assertThat(b2c.persons().query(Score.CURRENCY.is(euros.currency())).count())
                .isEqualTo(european.size());
    }

    @Test
    void a_hold_out_experiment_is_neither_the_base_of_the_next_refit_nor_of_the_next_score() {
        List<Person> persons = buyers(CurrencyUnit.GBP);
        Calibration chosen = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().activate(chosen);

        b2c.scoring().fit(CalibrationPlan.of(BgNbd.weekly()).withEnd(LocalDate.of(2025, 9, 1)));
        Calibration refitted = b2c.scoring().refit(CalibrationPlan.of(BgNbd.weekly()));
        b2c.scoring().score(YEAR);

        assertThat(b2c.scoring().active()).contains(chosen);
        assertThat(b2c.persons().get(persons.get(0).id()).score().orElseThrow().calibration())
                .isEqualTo(chosen.id().value());
        assertThat(refitted.purchaseModel())
                .isEqualTo(b2c.scoring()
                        .refit(CalibrationPlan.of(BgNbd.weekly()), chosen)
                        .purchaseModel());
    }

    @Test
    void a_choice_is_replaced_by_the_next_and_the_chosen_one_is_not_removed() {
        buyers(CurrencyUnit.GBP);
        Calibration first = b2c.scoring().fit(BgNbd.weekly());
        Calibration second = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().activate(first);
        b2c.scoring().activate(second);
        b2c.scoring().activate(second);

        assertThat(b2c.scoring().active()).contains(second);
        assertThat(session.repository(ActiveCalibration.TYPE).history(ActiveCalibration.singletonId()))
                .hasSize(2);
        assertThatThrownBy(() -> b2c.scoring().calibrations().remove(second)).isInstanceOf(InvalidException.class);
        b2c.scoring().calibrations().remove(first);
    }

    @Test
    void nothing_is_active_until_it_is_chosen() {
        buyers(CurrencyUnit.GBP);
        b2c.scoring().fit(BgNbd.weekly());

        assertThat(b2c.scoring().active()).isEmpty();
        assertThatThrownBy(() -> b2c.scoring().score(YEAR)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_run_that_has_the_lease_keeps_another_out_until_it_ends() {
        buyers(CurrencyUnit.GBP);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        long going = ScoringLease.acquire(session);

        assertThatThrownBy(() -> b2c.scoring().score(calibration, YEAR)).isInstanceOf(UnavailableException.class);
        ScoringLease.release(session, going);

        assertThat(b2c.scoring().score(calibration, YEAR).scored()).isPositive();
    }

    @Test
    void of_runs_that_begin_at_once_one_has_the_lease() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger acquired = new AtomicInteger();
        try {
            CyclicBarrier barrier = new CyclicBarrier(8);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        ScoringLease.acquire(session);
                        acquired.incrementAndGet();
                    } catch (UnavailableException late) {
                        assertThat(late.retryable()).isTrue();
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(acquired).hasValue(1);
    }

    @Test
    void a_run_whose_lease_was_over_and_taken_by_another_stores_no_more() {
        long slow = ScoringLease.acquire(session);
        session.repository(ScoringLease.TYPE)
                .save(session.repository(ScoringLease.TYPE)
                        .all()
                        .first()
                        .orElseThrow()
                        .with(ScoringLease.EXPIRES_AT, NOW.minusSeconds(1)));
        long next = ScoringLease.acquire(session);

        assertThat(next).isEqualTo(slow + 1);
        assertThatThrownBy(() -> session.runInTransaction(tx -> ScoringLease.renew(tx, slow)))
                .isInstanceOf(UnavailableException.class);
        ScoringLease.release(session, slow);
        session.runInTransaction(tx -> ScoringLease.renew(tx, next));
    }

    private List<Person> buyers(CurrencyUnit currency) {
        return SimulatedShop.open(b2c, currency, NOW);
    }
}
