package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.Race;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decisions that rest on a record which the transaction itself doesn't change. */
class RelyTest extends StoredTest {

    @Test
    void of_two_vessels_one_stays_in_service_though_each_relies_only_on_the_other() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            List<Vessel> pair = vessels.addAll(List.of(Vessel.named("Aurora"), Vessel.named("Borealis")));

            Race.all(
                    2,
                    number -> session.inTransaction(tx -> {
                        Repository<Vessel> inside = tx.repository(Vessel.TYPE);
                        Vessel own = inside.get(pair.get(number).id());
                        Vessel other = tx.rely(inside.get(pair.get(1 - number).id()));
                        return isLaidUp(other) ? own : inside.save(own.with(Vessel.LAID_UP, true));
                    }));

            assertThat(vessels.findAll(pair.stream().map(Vessel::id).toList()))
                    .filteredOn(RelyTest::isLaidUp)
                    .hasSize(1);
        }
    }

    @Test
    void of_eight_vessels_of_one_owner_one_stays_in_service_whatever_order_they_are_relied_on()
            throws InterruptedException {
        List<Vessel> fleet = vessels.addAll(
                IntStream.range(0, 8).mapToObj(i -> Vessel.named("v" + i)).toList());

        Race.all(
                8,
                number -> session.inTransaction(tx -> {
                    Repository<Vessel> inside = tx.repository(Vessel.TYPE);
                    int inService = 0;
                    for (int i = 0; i < 8; i++) {
                        Vessel each = inside.get(
                                fleet.get((number % 2 == 0 ? i : 7 - i)).id());
                        if (!each.id().equals(fleet.get(number).id())) {
                            inService += isLaidUp(tx.rely(each)) ? 0 : 1;
                        }
                    }
                    return inService == 0
                            ? 0
                            : inside.save(inside.get(fleet.get(number).id()).with(Vessel.LAID_UP, true))
                                    .version();
                }));

        assertThat(storedVessels()).filteredOn(vessel -> !isLaidUp(vessel)).hasSize(1);
    }

    private static boolean isLaidUp(Vessel vessel) {
        return vessel.getOrDefault(Vessel.LAID_UP, false);
    }

    @Test
    void the_record_that_is_relied_on_is_the_stored_one_not_the_callers_copy() {
        Vessel stored = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 5L));

        Long tons = session.inTransaction(
                tx -> tx.rely(stored.with(Vessel.TONNAGE, 9L)).get(Vessel.TONNAGE));

        assertThat(tons).isEqualTo(5L);
    }

    @Test
    void a_record_that_was_changed_since_the_caller_read_it_is_stale() {
        Vessel old = vessels.add(Vessel.named("Aurora"));
        vessels.save(old.with(Vessel.TONNAGE, 1L));

        assertThatThrownBy(() -> session.inTransaction(tx -> tx.rely(old)))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        e -> assertThat(e.ids()).containsExactly(old.id().value()));
    }

    @Test
    void a_record_that_was_never_stored_or_is_gone_cannot_be_relied_on() {
        Vessel gone = vessels.add(Vessel.named("Aurora"));
        vessels.remove(gone);

        assertThatThrownBy(() -> session.inTransaction(tx -> tx.rely(gone))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> session.inTransaction(tx -> tx.rely(Vessel.named("Borealis"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_transaction_that_writes_can_rely_on_a_record_or_lock_one() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));

        assertThatThrownBy(() -> session.rely(vessel)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vessels.getForUpdate(vessel)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.inSnapshot(snapshot -> snapshot.rely(vessel)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.inSnapshot(
                        snapshot -> snapshot.repository(Vessel.TYPE).getForUpdate(vessel.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_record_that_was_relied_on_can_be_changed_and_removed_by_the_same_transaction() {
        Vessel first = vessels.add(Vessel.named("Aurora"));
        Vessel second = vessels.add(Vessel.named("Borealis"));

        session.runInTransaction(tx -> {
            Repository<Vessel> inside = tx.repository(Vessel.TYPE);
            Vessel saved = inside.save(tx.rely(first).with(Vessel.TONNAGE, 1L));
            tx.rely(saved);
            inside.save(saved.with(Vessel.TONNAGE, 2L));
            inside.remove(tx.rely(second));
        });

        assertThat(storedVessels())
                .singleElement()
                .satisfies(vessel -> assertThat(vessel.get(Vessel.TONNAGE)).isEqualTo(2L));
    }

    @Test
    void a_transaction_that_only_relies_and_writes_nothing_commits() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));

        Vessel relied = session.inTransaction(tx -> tx.rely(vessel));

        assertThat(relied).isEqualTo(vessel);
    }

    @Test
    void in_a_transaction_of_the_hosts_a_decision_holds_too() throws SQLException {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            session.withHostTransaction(host.transaction()).runInTransaction(tx -> {
                tx.rely(vessel);
                tx.repository(Voyage.TYPE).add(Voyage.of(vessel.id(), 1));
            });
            host.commit();
        }

        assertThat(voyages.all().count()).isEqualTo(1);
    }

    @Test
    void a_record_is_read_for_update_as_it_is_stored() {
        Vessel stored = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 5L));

        session.runInTransaction(tx -> {
            Repository<Vessel> inside = tx.repository(Vessel.TYPE);
            assertThat(inside.getForUpdate(stored.id())).isEqualTo(stored);
            assertThat(inside.getForUpdate(stored.with(Vessel.TONNAGE, 9L)).get(Vessel.TONNAGE))
                    .isEqualTo(5L);
        });
        vessels.save(stored.with(Vessel.TONNAGE, 6L));
        assertThatThrownBy(() ->
                        session.inTransaction(tx -> tx.repository(Vessel.TYPE).getForUpdate(stored)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> session.inTransaction(
                        tx -> tx.repository(Vessel.TYPE).getForUpdate(Id.<Vessel>of(new UUID(0, 1)))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void counting_up_what_was_read_for_update_loses_no_count_on_32_threads() throws InterruptedException {
        Id<Vessel> id =
                vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 0L)).id();

        Race.all(
                32,
                number -> session.inTransaction(tx -> {
                    Vessel vessel = tx.repository(Vessel.TYPE).getForUpdate(id);
                    return tx.repository(Vessel.TYPE)
                            .save(vessel.with(Vessel.TONNAGE, vessel.require(Vessel.TONNAGE) + 1));
                }));

        assertThat(vessels.get(id).get(Vessel.TONNAGE)).isEqualTo(32L);
    }

    @Test
    void a_session_for_import_of_history_says_so_also_within_its_transactions() {
        CrmSession importing = session.forImportOfHistory();

        assertThat(session.isImportingHistory()).isFalse();
        assertThat(importing.isImportingHistory()).isTrue();
        assertThat(importing.inTransaction(CrmSession::isImportingHistory)).isTrue();
        assertThat(importing.inSnapshot(CrmSession::isImportingHistory)).isTrue();
        assertThatThrownBy(() -> importing.repository(Vessel.TYPE).add(Vessel.TYPE.newEntity()))
                .isInstanceOf(InvalidException.class);
    }
}
