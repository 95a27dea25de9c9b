package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.LimitedStorage;
import dev.clientele.testing.Race;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GetOrAddTest extends StoredTest {

    private static Vessel imo(String imo) {
        return Vessel.named("imo " + imo).with(Vessel.IMO, imo);
    }

    @Test
    void a_record_that_is_there_is_given_as_it_is_stored() {
        Vessel stored = vessels.add(imo("1").with(Vessel.TONNAGE, 5L));

        assertThat(vessels.getOrAdd(imo("1").with(Vessel.TONNAGE, 9L))).isEqualTo(stored);
        assertThat(vessels.getOrAdd(Vessel.named("other").withId(stored.id()))).isEqualTo(stored);
        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_record_that_is_not_there_is_added_under_the_given_id() {
        Id<Vessel> id = Id.of(new UUID(0, 1));

        Vessel added = vessels.getOrAdd(imo("1").withId(id));

        assertThat(added.id()).isEqualTo(id);
        assertThat(added.version()).isEqualTo(1);
        assertThat(vessels.get(id)).isEqualTo(added);
    }

    @Test
    void the_id_counts_before_the_keys() {
        Vessel byId = vessels.add(imo("1"));
        vessels.add(imo("2"));

        assertThat(vessels.getOrAdd(imo("2").withId(byId.id()))).isEqualTo(byId);
    }

    @Test
    void of_a_batch_each_gets_its_record_in_order_and_repeats_get_the_same() {
        Vessel stored = vessels.add(imo("2"));

        List<Vessel> got = vessels.getOrAddAll(List.of(imo("1"), imo("2"), imo("3"), imo("1")));

        assertThat(got).extracting(vessel -> vessel.get(Vessel.IMO)).containsExactly("1", "2", "3", "1");
        assertThat(got.get(1)).isEqualTo(stored);
        assertThat(got.get(3)).isEqualTo(got.get(0));
        assertThat(vessels.all().count()).isEqualTo(3);
        assertThat(vessels.getOrAddAll(List.of())).isEmpty();
    }

    @Test
    void a_batch_of_more_keys_than_one_question_takes_is_found_complete() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        List<Voyage> drafts = IntStream.range(0, 1200)
                .mapToObj(i -> Voyage.of(vessel.id(), i))
                .toList();

        List<Voyage> added = voyages.getOrAddAll(drafts);

        assertThat(voyages.getOrAddAll(drafts)).isEqualTo(added);
        assertThat(voyages.all().count()).isEqualTo(1200);
    }

    @Test
    void a_record_that_nothing_identifies_is_a_wrong_argument() {
        assertThatThrownBy(() -> vessels.getOrAdd(Vessel.named("Aurora"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_record_has_to_be_valid_and_nothing_of_its_batch_is_stored_else() {
        assertThatThrownBy(() -> vessels.getOrAddAll(
                        List.of(imo("1"), Vessel.TYPE.newEntity().with(Vessel.IMO, "2"))))
                .isInstanceOf(InvalidException.class);
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void a_record_that_the_actor_may_not_see_is_denied_not_told_and_not_doubled() {
        vessels.add(imo("1"));
        Crm blind = crm(settings -> settings.policy(new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("vessel") ? Vessel.NAME.is("mine") : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        }));

        assertThatThrownBy(() -> blind.session(ACME, Actor.user("bob"))
                        .repository(Vessel.TYPE)
                        .getOrAdd(Vessel.named("mine").with(Vessel.IMO, "1")))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_database_that_can_compare_nothing_finds_the_record_too() {
        Vessel stored = vessels.add(imo("1"));
        Crm limited = Crm.on(new LimitedStorage(storage, atom -> false))
                .type(Vessel.TYPE)
                .type(Voyage.TYPE)
                .type(Sighting.TYPE)
                .build();

        assertThat(limited.session(ACME, Actor.user("bob"))
                        .repository(Vessel.TYPE)
                        .getOrAdd(imo("1")))
                .isEqualTo(stored);
    }

    @Test
    void within_a_transaction_it_is_one_step_among_others() {
        session.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).getOrAdd(imo("1"));
            assertThat(tx.repository(Vessel.TYPE).getOrAdd(imo("1"))).isEqualTo(vessel);
            tx.repository(Voyage.TYPE).getOrAdd(Voyage.of(vessel.id(), 1));
        });

        assertThat(vessels.all().count()).isEqualTo(1);
        assertThat(voyages.all().count()).isEqualTo(1);
    }

    @Test
    void within_a_transaction_of_the_hosts_it_adds_once() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            var joined = session.withHostTransaction(host.transaction()).repository(Vessel.TYPE);
            assertThat(joined.getOrAdd(imo("1"))).isEqualTo(joined.getOrAdd(imo("1")));
            host.commit();
        }

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void of_32_threads_with_the_same_key_all_get_one_record_and_none_is_told_of_a_duplicate()
            throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            String imo = "r" + round;

            List<Vessel> got = Race.all(32, number -> vessels.getOrAdd(imo(imo)));

            assertThat(got).containsOnly(got.get(0));
            assertThat(vessels.query(Vessel.IMO.is(imo)).count()).isEqualTo(1);
        }
    }

    @Test
    void of_32_threads_with_the_same_id_all_get_one_record() throws InterruptedException {
        Id<Vessel> id = Id.of(new UUID(0, 7));

        List<Vessel> got = Race.all(
                32, number -> vessels.getOrAdd(Vessel.named("v" + number).withId(id)));

        assertThat(got).containsOnly(got.get(0));
        assertThat(vessels.history(id)).hasSize(1);
    }

    @Test
    void of_16_threads_whose_batches_overlap_in_different_orders_each_key_is_stored_once() throws InterruptedException {
        List<List<Vessel>> got = Race.all(16, number -> {
            List<Vessel> drafts = new ArrayList<>(
                    IntStream.range(0, 10).mapToObj(i -> imo("k" + i)).toList());
            Collections.rotate(drafts, number);
            return vessels.getOrAddAll(drafts).stream()
                    .sorted(Comparator.comparing(vessel -> vessel.require(Vessel.IMO)))
                    .toList();
        });

        assertThat(got).containsOnly(got.get(0));
        assertThat(vessels.all().count()).isEqualTo(10);
    }

    @Test
    void a_voyage_that_several_join_at_once_is_one_beside_records_they_add() throws InterruptedException {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));

        List<Voyage> got = Race.all(
                16,
                number -> session.inTransaction(tx -> {
                    tx.repository(Vessel.TYPE).add(Vessel.named("tender " + number));
                    return tx.repository(Voyage.TYPE).getOrAdd(Voyage.of(vessel.id(), 1));
                }));

        assertThat(got).containsOnly(got.get(0));
        assertThat(vessels.all().count()).isEqualTo(17);
    }
}
