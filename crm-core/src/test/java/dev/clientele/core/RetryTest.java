package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.OutcomeUnknownException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried again and what isn't, over a storage that fails as it is told to. */
class RetryTest {

    private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
    private final List<Change> heard = new ArrayList<>();
    private final Crm crm = crm(5);
    private final CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
    private final Repository<Vessel> vessels = session.repository(Vessel.TYPE);

    private Crm crm(int attempts) {
        return Crm.on(storage)
                .type(Vessel.TYPE)
                .random(new Random(1))
                .maxAttempts(attempts)
                .listener("heard", (tenant, change) -> heard.add(change))
                .build();
    }

    @Test
    void transactions_that_collided_are_run_again_and_leave_one_trace() {
        storage.onCommit.add(collision());
        storage.onCommit.add(collision());
        List<Integer> runs = new ArrayList<>();

        Vessel stored = session.inTransaction(tx -> {
            runs.add(runs.size());
            return tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        });

        assertThat(runs).hasSize(3);
        assertThat(vessels.get(stored.id())).isEqualTo(stored);
        assertThat(vessels.all().count()).isEqualTo(1);
        assertThat(vessels.history(stored.id())).hasSize(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_batch_is_run_again_with_what_was_given_at_first() {
        List<Vessel> given = new ArrayList<>(List.of(Vessel.named("a"), Vessel.named("b")));
        storage.onCommit.add(collision());

        assertThat(vessels.addAll(given)).hasSize(2);
        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void a_busy_database_is_tried_again() {
        storage.onCommit.add(new dev.clientele.persistence.StorageUnavailableException("busy", null));

        vessels.add(Vessel.named("Aurora"));

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void after_as_many_attempts_as_were_allowed_it_gives_up() {
        failAlways(collision());
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    runs.add(runs.size());
                    tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                }))
                .isInstanceOfSatisfying(
                        UnavailableException.class,
                        e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("gave up after 5 attempts");

        assertThat(runs).hasSize(5);
        storage.onCommit.clear();
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void one_attempt_means_no_other() {
        storage.onCommit.add(new dev.clientele.persistence.StorageUnavailableException("busy", null));
        Repository<Vessel> once =
                crm(1).session(TenantId.of("acme"), Actor.user("alice")).repository(Vessel.TYPE);

        assertThatThrownBy(() -> once.add(Vessel.named("Aurora")))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("busy");
    }

    @Test
    void a_commit_of_unknown_outcome_is_not_tried_again() {
        storage.onCommit.add(new dev.clientele.persistence.CommitOutcomeUnknownException("connection lost", null));
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    runs.add(runs.size());
                    tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                }))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(runs).hasSize(1);
    }

    @Test
    void a_record_changed_by_another_between_reading_and_commit_is_read_anew() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 1L));
        List<Integer> runs = new ArrayList<>();

        session.runInTransaction(tx -> {
            Vessel read = tx.repository(Vessel.TYPE).get(vessel.id());
            if (runs.isEmpty()) {
                vessels.save(vessel.with(Vessel.TONNAGE, 10L)); // somebody else, on a session of their own
            }
            runs.add(runs.size());
            tx.repository(Vessel.TYPE).save(read.with(Vessel.TONNAGE, read.require(Vessel.TONNAGE) + 1));
        });

        assertThat(runs).hasSize(2);
        assertThat(vessels.get(vessel.id()).get(Vessel.TONNAGE)).isEqualTo(11L);
    }

    @Test
    void a_record_found_by_a_query_and_changed_by_another_is_found_anew() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 1L));
        List<Integer> runs = new ArrayList<>();

        session.runInTransaction(tx -> {
            Vessel read = tx.repository(Vessel.TYPE)
                    .query(Vessel.NAME.is("Aurora"))
                    .first()
                    .orElseThrow();
            if (runs.isEmpty()) {
                vessels.save(vessel.with(Vessel.TONNAGE, 10L));
            }
            runs.add(runs.size());
            tx.repository(Vessel.TYPE).save(read.with(Vessel.TONNAGE, read.require(Vessel.TONNAGE) + 1));
        });

        assertThat(vessels.get(vessel.id()).get(Vessel.TONNAGE)).isEqualTo(11L);
    }

    @Test
    void a_decision_on_an_old_version_is_stale_however_often_it_is_tried() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 1L));
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    if (runs.isEmpty()) {
                        tx.repository(Vessel.TYPE).all().count();
                        vessels.save(vessel.with(Vessel.TONNAGE, 10L));
                    }
                    runs.add(runs.size());
                    tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, 2L));
                }))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        e -> assertThat(e.ids()).containsExactly(vessel.id().value()));
        assertThat(runs).hasSize(2);
        assertThat(vessels.get(vessel.id()).get(Vessel.TONNAGE)).isEqualTo(10L);
    }

    @Test
    void a_target_removed_between_looking_and_commit_is_told_as_missing() {
        Vessel sister = vessels.add(Vessel.named("Aurora"));
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Vessel.TYPE).find(sister.id());
                    if (runs.isEmpty()) {
                        vessels.remove(sister);
                    }
                    runs.add(runs.size());
                    tx.repository(Vessel.TYPE).add(Vessel.named("Borealis").with(Vessel.SISTER, sister.id()));
                }))
                .hasMessageContaining("refers to a vessel that isn't there");
    }

    @Test
    void what_fails_in_the_middle_of_a_stream_is_one_of_the_librarys_errors() {
        vessels.addAll(List.of(Vessel.named("a"), Vessel.named("b")));
        storage.inScan.add(new dev.clientele.persistence.CorruptDataException("a page of the file is damaged", null));

        try (Stream<Vessel> all = vessels.all().stream()) {
            assertThatThrownBy(all::toList)
                    .isInstanceOf(CorruptException.class)
                    .hasMessage("a page of the file is damaged");
        }
    }

    @Test
    void a_database_that_fails_after_the_commit_casts_no_doubt_on_it() {
        storage.onFollow.add(new dev.clientele.persistence.StorageUnavailableException("gone", null));

        Vessel stored = vessels.add(Vessel.named("Aurora"));

        assertThat(stored.version()).isEqualTo(1);
        assertThat(heard).isEmpty();
        crm.deliverChanges(TenantId.of("acme"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void delivering_on_request_tells_if_the_database_fails() {
        storage.onFollow.add(new dev.clientele.persistence.StorageUnavailableException("gone", null));

        assertThatThrownBy(() -> crm.deliverChanges(TenantId.of("acme"))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void two_programs_that_make_the_same_keys_lose_no_change() {
        for (long i = 1; i <= 2; i++) {
            Crm program = Crm.on(storage)
                    .type(Vessel.TYPE)
                    .random(new Random(7))
                    .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                    .build();
            program.session(TenantId.of("acme"), Actor.user("alice"))
                    .repository(Vessel.TYPE)
                    .add(Vessel.named("v" + i).withId(Id.of(new UUID(0, i))));
        }

        assertThat(session.changes().after(Position.START, 10)).hasSize(2);
    }

    @Test
    void attempts_lie_between_1_and_1000() {
        assertThatThrownBy(() -> Crm.on(storage).maxAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Crm.on(storage).maxAttempts(1001)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ConflictException collision() {
        return new ConflictException(List.of(), null);
    }

    private void failAlways(RuntimeException failure) {
        for (int i = 0; i < 100; i++) {
            storage.onCommit.add(failure);
        }
    }
}
