package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.DatabaseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges beside others who write what the merged records are referred to by. */
@ParameterizedClass(name = "on {0}")
@EnumSource(
        value = DatabaseKind.class,
        names = {"MEMORY", "SQLITE", "POSTGRES"})
class MergeCollisionTest {

    private static final int THREADS = 32;
    private static final int ROUNDS = 5;

    @Parameter
    DatabaseKind database;

    private Storage storage;
    private Repository<Subscriber> subscribers;
    private Repository<Letter> letters;
    private CrmSession session;

    @BeforeEach
    void open() {
        storage = database.share();
        session = session(AccessPolicy.permitAll());
        subscribers = session.repository(Subscriber.TYPE);
        letters = session.repository(Letter.TYPE);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private CrmSession session(AccessPolicy policy) {
        return Crm.on(storage)
                .type(Subscriber.TYPE)
                .type(Letter.TYPE)
                .type(Merge.TYPE)
                .type(MergeStep.TYPE)
                .clock(new SetClock(Instant.parse("2026-03-01T10:00:00Z")))
                .policy(policy)
                .build()
                .session(StoredTest.ACME, Actor.user("alice"));
    }

    @Test
    void a_merge_beside_32_threads_that_add_references_ends_in_a_merge_and_none_dangles() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Subscriber ana = subscribers.add(Subscriber.named("Ana"));
            Subscriber twin = subscribers.add(Subscriber.named("Ann"));
            CyclicBarrier start = new CyclicBarrier(THREADS + 1);
            ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1);
            try {
                List<Future<Integer>> adding = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    adding.add(pool.submit(adder(start, twin)));
                }
                Future<Merge> merging = pool.submit(() -> {
                    start.await();
                    return new Merges(session).merge(Subscriber.TYPE, ana, twin, SurvivorshipRule.standard());
                });
                Merge merge = merging.get();
                int added = 0;
                for (Future<Integer> each : adding) {
                    added += each.get();
                }

                assertThat(subscribers.find(twin.id())).isEmpty();
                assertThat(letters.query(Letter.TO.is(twin.id())).count()).isZero();
                assertThat(letters.query(Letter.TO.is(ana.id())).count()).isEqualTo(added);
                assertThat(merge.moved()).isEqualTo(added);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /** Adds letters to a subscriber until it is gone; returns how many there are. */
    private Callable<Integer> adder(CyclicBarrier start, Subscriber to) {
        return () -> {
            start.await();
            for (int added = 0; added < 20; added++) {
                try {
                    letters.add(Letter.to(to.id()));
                } catch (InvalidException gone) {
                    return added;
                }
            }
            return 20;
        };
    }

    @Test
    void references_beyond_one_batch_are_all_moved_and_all_come_back() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        Subscriber twin = subscribers.add(Subscriber.named("Ann"));
        letters.addAll(
                IntStream.range(0, 1201).mapToObj(i -> Letter.to(twin.id())).toList());

        Merge merge = new Merges(session).merge(Subscriber.TYPE, ana, twin, SurvivorshipRule.standard());
        assertThat(merge.moved()).isEqualTo(1201);
        assertThat(letters.query(Letter.TO.is(ana.id())).count()).isEqualTo(1201);

        assertThat(new Merges(session).undo(merge).conflicts()).isEmpty();
        assertThat(letters.query(Letter.TO.is(twin.id())).count()).isEqualTo(1201);
    }

    @Test
    void what_the_actor_may_not_see_can_not_be_merged_under() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        Subscriber twin = subscribers.add(Subscriber.named("Ann"));
        letters.add(Letter.to(twin.id()).with(Letter.SUBJECT, "secret"));
        AccessPolicy noSecrets = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("letter") ? Letter.SUBJECT.isNot("secret") : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };

        assertThatThrownBy(() ->
                        new Merges(session(noSecrets)).merge(Subscriber.TYPE, ana, twin, SurvivorshipRule.standard()))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_merge_that_a_rule_forbids_is_told_the_rules_reason() {
        WriteRule<Subscriber> keep = (tx, writes) -> {
            if (writes.stream().anyMatch(RecordWrite::isRemoved)) {
                throw InvalidException.of(Subscriber.TYPE.name(), "", "is kept for the auditors");
            }
        };
        CrmSession audited = Crm.on(storage)
                .types(TypeSet.of(Subscriber.TYPE, Letter.TYPE, Merge.TYPE, MergeStep.TYPE)
                        .with(Subscriber.TYPE, keep))
                .build()
                .session(StoredTest.ACME, Actor.user("alice"));
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        Subscriber twin = subscribers.add(Subscriber.named("Ann"));

        assertThatThrownBy(() -> new Merges(audited).merge(Subscriber.TYPE, ana, twin, SurvivorshipRule.standard()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is kept for the auditors");
    }

    @Test
    void a_changed_copy_is_no_stored_record() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        Subscriber twin = subscribers.add(Subscriber.named("Ann"));

        assertThatThrownBy(() -> new Merges(session)
                        .merge(Subscriber.TYPE, ana, twin.with(Subscriber.CITY, "Leeds"), SurvivorshipRule.standard()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
