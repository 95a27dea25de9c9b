package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionTest extends StoredTest {

    @Test
    void records_of_several_types_and_the_timeline_are_stored_together() {
        Voyage voyage = session.inTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
            tx.timeline().record(call(vessel.id()));
            return tx.repository(Voyage.TYPE).add(Voyage.of(vessel.id(), 1));
        });

        assertThat(voyages.get(voyage.id())).isEqualTo(voyage);
        assertThat(session.timeline().all().count()).isEqualTo(1);
        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_failure_leaves_no_record_no_interaction_no_change_and_tells_no_listener() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                    tx.repository(Voyage.TYPE).add(Voyage.of(vessel.id(), 1));
                    tx.timeline().record(call(vessel.id()));
                    tx.eventLog(Sighting.TYPE).record(Sighting.of(vessel.id(), NOW, Sighting.Station.HARBOUR));
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");

        assertThat(vessels.all().count()).isZero();
        assertThat(voyages.all().count()).isZero();
        assertThat(session.timeline().all().count()).isZero();
        assertThat(session.eventLog(Sighting.TYPE).all().count()).isZero();
        assertThat(session.changes().after(Position.START, 10)).isEmpty();
        crm.deliverChanges(ACME);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_transaction_sees_what_it_has_done_and_others_do_not() {
        session.runInTransaction(tx -> {
            Vessel vessel =
                    tx.repository(Vessel.TYPE).add(Vessel.named("Aurora").with(Vessel.TONNAGE, 5L));
            assertThat(tx.repository(Vessel.TYPE).find(vessel.id())).contains(vessel);
            assertThat(tx.repository(Vessel.TYPE).query(Vessel.TONNAGE.is(5L)).count())
                    .isEqualTo(1);
            assertThat(tx.repository(Vessel.TYPE).history(vessel.id())).hasSize(1);

            assertThat(vessels.find(vessel.id())).isEmpty();
            assertThat(vessels.all().count()).isZero();
            assertThat(vessels.history(vessel.id())).isEmpty();
        });
    }

    @Test
    void a_change_has_no_position_before_its_transaction_has_committed() {
        session.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
            assertThat(tx.changes().historyOf(vessel.id().value()))
                    .singleElement()
                    .satisfies(change -> assertThat(change.position()).isNull());
            assertThat(tx.changes().after(Position.START, 10)).isEmpty();
        });

        assertThat(session.changes().after(Position.START, 10))
                .hasSize(1)
                .allSatisfy(change -> assertThat(change.position()).isNotNull());
    }

    @Test
    void an_inner_transaction_is_part_of_the_outer_one() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.runInTransaction(inner -> inner.repository(Vessel.TYPE).add(Vessel.named("Aurora")));
                    assertThat(tx.repository(Vessel.TYPE).all().count()).isEqualTo(1);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");

        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void an_inner_transaction_that_failed_fails_the_outer_one_even_if_that_goes_on() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    try {
                        tx.runInTransaction(inner -> {
                            inner.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                            throw new IllegalStateException("half done");
                        });
                    } catch (IllegalStateException e) {
                        // the outer work takes no notice
                    }
                }))
                .hasMessage("half done");

        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void a_record_that_breaks_a_rule_can_be_left_out_and_the_rest_stored() {
        session.runInTransaction(tx -> {
            for (Vessel vessel : List.of(Vessel.named("Aurora"), Vessel.TYPE.newEntity(), Vessel.named("Borealis"))) {
                try {
                    tx.repository(Vessel.TYPE).add(vessel);
                } catch (InvalidException e) {
                    assertThat(e.violations()).hasSize(1);
                }
            }
        });

        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void a_stale_record_can_be_left_out_and_the_rest_stored() {
        Vessel old = vessels.add(Vessel.named("Aurora"));
        vessels.save(old.with(Vessel.TONNAGE, 1L));

        session.runInTransaction(tx -> {
            assertThatThrownBy(() -> tx.repository(Vessel.TYPE).save(old.with(Vessel.TONNAGE, 2L)))
                    .isInstanceOf(StaleVersionException.class);
            tx.repository(Vessel.TYPE).add(Vessel.named("Borealis"));
        });

        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void a_transaction_that_storage_has_refused_a_write_fails_even_if_the_work_goes_on() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Vessel.TYPE).add(Vessel.named("Borealis"));
                    try {
                        tx.repository(Vessel.TYPE).add(Vessel.named("Corona").with(Vessel.IMO, "1"));
                    } catch (DuplicateException e) {
                        // the work takes no notice
                    }
                }))
                .isInstanceOf(DuplicateException.class);

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void nothing_more_can_be_done_in_a_transaction_that_storage_has_refused_a_write() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    assertThatThrownBy(() -> tx.repository(Vessel.TYPE)
                                    .add(Vessel.named("Corona").with(Vessel.IMO, "1")))
                            .isInstanceOf(DuplicateException.class);
                    assertThatThrownBy(() -> tx.repository(Vessel.TYPE).all().count())
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("has failed and can only be left");
                }))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void the_session_of_a_transaction_is_of_no_use_after_it() {
        List<CrmSession> kept = new ArrayList<>();
        session.runInTransaction(kept::add);

        assertThatThrownBy(() -> kept.get(0).repository(Vessel.TYPE).all().count())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a transaction that has ended");
    }

    @Test
    void a_stream_has_to_be_closed_before_a_transaction_goes_on() {
        vessels.addAll(List.of(Vessel.named("Aurora"), Vessel.named("Borealis")));

        session.runInTransaction(tx -> {
            try (Stream<Vessel> all = tx.repository(Vessel.TYPE).all().stream()) {
                Vessel first = all.iterator().next();
                assertThatThrownBy(() -> tx.repository(Vessel.TYPE).save(first.with(Vessel.TONNAGE, 1L)))
                        .isInstanceOf(IllegalStateException.class);
            }
            tx.repository(Vessel.TYPE).add(Vessel.named("Corona"));
        });

        assertThat(vessels.all().count()).isEqualTo(3);
    }

    @Test
    void a_snapshot_stays_on_one_state() {
        vessels.add(Vessel.named("Aurora"));

        session.inSnapshot(snapshot -> {
            assertThat(snapshot.repository(Vessel.TYPE).all().count()).isEqualTo(1);
            vessels.add(Vessel.named("Borealis"));
            assertThat(snapshot.repository(Vessel.TYPE).all().count()).isEqualTo(1);
            return true;
        });

        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void nothing_can_be_written_through_a_snapshot() {
        assertThatThrownBy(() -> session.inSnapshot(
                        snapshot -> snapshot.repository(Vessel.TYPE).add(Vessel.named("Aurora"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(vessels.all().count()).isZero();
    }

    private static Interaction call(Id<Vessel> vessel) {
        return Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW, vessel);
    }
}
