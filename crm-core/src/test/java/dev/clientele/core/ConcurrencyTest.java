package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.persistence.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several threads at once: nothing is lost, whatever the database's way of keeping them apart. */
class ConcurrencyTest extends StoredTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 15;

    private CrmSession patient;

    @BeforeEach
    void somebody_patient() {
        patient = crm(settings -> settings).session(ACME, session.actor());
    }

    @Test
    void counting_up_in_transactions_loses_no_count() throws InterruptedException {
        Id<Vessel> id =
                vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 0L)).id();

        onThreads(round -> patient.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).get(id);
            tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, vessel.require(Vessel.TONNAGE) + 1));
        }));

        assertThat(vessels.get(id).get(Vessel.TONNAGE)).isEqualTo((long) THREADS * ROUNDS);
        assertThat(vessels.history(id)).hasSize(1 + THREADS * ROUNDS);
    }

    @Test
    void what_a_transaction_found_by_a_query_it_saves_without_losing_a_count() throws InterruptedException {
        vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 0L));

        onThreads(round -> patient.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE)
                    .query(Vessel.NAME.is("Aurora"))
                    .first()
                    .orElseThrow();
            tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, vessel.require(Vessel.TONNAGE) + 1));
        }));

        assertThat(storedVessels())
                .extracting(vessel -> vessel.require(Vessel.TONNAGE))
                .containsExactly((long) THREADS * ROUNDS);
    }

    @Test
    void listeners_are_told_of_all_that_several_threads_commit_in_the_order_of_the_log() throws InterruptedException {
        List<Change> told = Collections.synchronizedList(new ArrayList<>());
        CrmSession watched = crm(settings -> settings.listener("watch", (tenant, change) -> told.add(change)))
                .session(ACME, session.actor());

        onThreads(round -> watched.repository(Vessel.TYPE).add(Vessel.named("v" + round)));

        assertThat(told)
                .isEqualTo(session.changes().after(Position.START, 1000))
                .hasSize(THREADS * ROUNDS);
    }

    @Test
    void what_a_transaction_looked_for_in_vain_it_adds_once_and_changes_when_another_was_quicker()
            throws InterruptedException {
        onThreads(round -> patient.runInTransaction(tx -> {
            Repository<Vessel> inside = tx.repository(Vessel.TYPE);
            Id<Vessel> id = Id.of(new UUID(0, round + 1L));
            Vessel vessel = inside.find(id)
                    .orElseGet(() -> Vessel.named("v" + round).withId(id).with(Vessel.TONNAGE, 0L));
            Vessel counted = vessel.with(Vessel.TONNAGE, vessel.require(Vessel.TONNAGE) + 1);
            Vessel stored = vessel.isNew() ? inside.add(counted) : inside.save(counted);
            assertThat(stored.version()).isEqualTo(stored.require(Vessel.TONNAGE));
        }));

        assertThat(storedVessels())
                .hasSize(ROUNDS)
                .extracting(vessel -> vessel.require(Vessel.TONNAGE))
                .containsOnly((long) THREADS);
    }

    private interface Round {
        void run(int round);
    }

    private static void onThreads(Round work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        work.run(round);
                    }
                } catch (InterruptedException | ClienteleException e) {
                    failures.add(new IllegalStateException(e));
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(failures).isEmpty();
    }
}
