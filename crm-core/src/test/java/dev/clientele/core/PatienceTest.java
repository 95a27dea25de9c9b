package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.core.store.ElapsedTime;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a caller waits while transactions collide, by a clock that only pauses move. */
class PatienceTest {

    private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
    private final PausedTime time = new PausedTime();
    private final Crm crm = Crm.on(storage)
            .type(Vessel.TYPE)
            .random(new Random(1))
            .patience(Duration.ofSeconds(10))
            .time(time)
            .build();
    private final CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
    private final Repository<Vessel> vessels = session.repository(Vessel.TYPE);

    private void collide(int times) {
        for (int i = 0; i < times; i++) {
            storage.onCommit.add(new ConflictException(List.of(), null));
        }
    }

    @Test
    void sixty_collisions_are_waited_out() {
        collide(60);

        vessels.add(Vessel.named("Aurora"));

        assertThat(vessels.all().count()).isEqualTo(1);
        assertThat(time.pauses).hasSize(60);
    }

    @Test
    void pauses_grow_differ_and_stay_below_a_tenth_of_a_second() {
        collide(60);

        vessels.add(Vessel.named("Aurora"));

        assertThat(time.pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(4));
        assertThat(time.pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(100)) <= 0);
        assertThat(time.pauses.subList(10, 60)).doesNotHaveDuplicates().anyMatch(pause -> pause.toMillis() > 80);
    }

    @Test
    void when_patience_ends_the_message_says_how_long_and_how_often_it_was_tried() {
        collide(10_000);

        assertThatThrownBy(() -> vessels.add(Vessel.named("Aurora")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageMatching("gave up after \\d{3} attempts in 10000 ms: transactions collided");
    }

    @Test
    void a_session_may_be_more_patient_or_less_than_others() {
        collide(10_000);

        assertThatThrownBy(() -> session.withPatience(Duration.ofSeconds(1))
                        .repository(Vessel.TYPE)
                        .add(Vessel.named("Aurora")))
                .hasMessageContaining("in 1000 ms");
        assertThatThrownBy(() -> session.withPatience(Duration.ZERO)
                        .runInTransaction(tx -> tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"))))
                .hasMessage("gave up after 1 attempt in 0 ms: transactions collided");
    }

    @Test
    void what_is_done_within_a_transaction_shares_its_patience() {
        collide(10_000);

        assertThatThrownBy(() -> session.withPatience(Duration.ofSeconds(1))
                        .runInTransaction(tx -> tx.withPatience(Duration.ofHours(1))
                                .runInTransaction(
                                        inner -> inner.repository(Vessel.TYPE).add(Vessel.named("Aurora")))))
                .hasMessageContaining("in 1000 ms");
    }

    @Test
    void storage_is_told_what_is_left_of_the_patience() {
        collide(2);

        vessels.add(Vessel.named("Aurora"));

        assertThat(storage.patiences)
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10).minus(time.pauses.get(0)),
                        Duration.ofSeconds(10).minus(time.pauses.get(0)).minus(time.pauses.get(1)));
    }

    @Test
    void storage_that_has_waited_as_long_as_it_is_set_to_is_not_asked_again() {
        storage.onOpen.add(new StorageUnavailableException("waited 2 s for another writer", null));

        assertThatThrownBy(() -> vessels.add(Vessel.named("Aurora"))).hasMessage("waited 2 s for another writer");
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void a_session_opened_in_vain_after_collisions_is_told_with_all_that_was_tried() {
        collide(2);

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    if (time.pauses.size() == 1) {
                        storage.onOpen.add(new StorageUnavailableException("busy", null));
                    }
                    tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                }))
                .hasMessageMatching("gave up after 3 attempts in \\d+ ms: busy");
    }

    @Test
    void a_database_that_stays_out_of_order_in_the_middle_of_the_work_is_given_up_after_a_few_attempts() {
        for (int i = 0; i < 100; i++) {
            storage.onCommit.add(new StorageUnavailableException("the disk is full", null));
        }

        assertThatThrownBy(() -> vessels.add(Vessel.named("Aurora")))
                .hasMessageMatching("gave up after 5 attempts in \\d+ ms: the disk is full");
    }

    @Test
    void an_interrupt_while_it_pauses_ends_it_and_stays_set() {
        collide(1);

        try {
            assertThatThrownBy(() -> session.runInTransaction(tx -> {
                        tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                        Thread.currentThread().interrupt();
                    }))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("interrupted after 1 attempt");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void an_interrupt_ends_a_real_pause_at_once() {
        ElapsedTime real = ElapsedTime.real();
        Thread.currentThread().interrupt();

        real.pause(Duration.ofHours(1).toNanos());

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_conflict_over_a_record_that_only_the_library_looked_up_is_not_told_as_stale() {
        Id<Vessel> sister = vessels.add(Vessel.named("Aurora")).id();
        storage.onCommit.add(new ConflictException(List.of(new DocumentKey("vessel", sister.value())), null));

        assertThatThrownBy(() -> session.withPatience(Duration.ZERO)
                        .repository(Vessel.TYPE)
                        .add(Vessel.named("Borealis").with(Vessel.SISTER, sister)))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void patience_lies_between_zero_and_a_day() {
        assertThatThrownBy(() -> Crm.on(storage).patience(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.withPatience(Duration.ofDays(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_session_that_the_work_uses_from_outside_and_that_has_to_wait_for_it_is_told_so_at_once() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                    storage.onOpen.add(new StorageUnavailableException("another writer is at it", null));
                    vessels.add(Vessel.named("Borealis"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do everything through the session that the work is given");
        assertThat(storage.patiences).containsExactly(Duration.ofSeconds(10), Duration.ZERO);
        assertThat(time.pauses).isEmpty();
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void work_that_changes_from_outside_what_its_transaction_changes_does_not_go_round_until_patience_ends() {
        Id<Vessel> id =
                vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 0L)).id();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    Vessel read = tx.repository(Vessel.TYPE).get(id);
                    vessels.save(vessels.get(id).with(Vessel.TONNAGE, read.require(Vessel.TONNAGE) + 1));
                    tx.repository(Vessel.TYPE).save(read.with(Vessel.TONNAGE, -1L));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do everything through the session that the work is given");
    }

    @Test
    void another_session_of_the_same_thread_is_free_to_write_beside_a_transaction() {
        CrmSession other = crm.session(TenantId.of("acme"), Actor.user("bob"));

        session.runInTransaction(tx -> {
            tx.repository(Vessel.TYPE).add(Vessel.named("Aurora").withId(Id.of(new UUID(0, 1))));
            other.repository(Vessel.TYPE).add(Vessel.named("Borealis"));
        });

        assertThat(storage.patiences).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }
}
