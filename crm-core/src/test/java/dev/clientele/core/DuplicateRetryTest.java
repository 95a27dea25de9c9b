package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.Race;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Unique keys that another transaction takes between a look and a write. */
class DuplicateRetryTest extends StoredTest {

    private static final int THREADS = 12;

    @Test
    void numbers_that_threads_give_by_counting_what_is_there_have_neither_gaps_nor_twins() throws Exception {
        Id<Vessel> aurora = vessels.add(Vessel.named("Aurora")).id();

        List<Long> numbers = Race.all(
                THREADS,
                thread -> session.inTransaction(tx -> addNext(tx, aurora)).require(Voyage.NUMBER));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, THREADS).boxed().toList());
    }

    @Test
    void a_key_that_threads_hand_on_from_record_to_record_has_one_holder_and_nobody_is_refused() throws Exception {
        List<Vessel> fleet = vessels.addAll(
                IntStream.range(0, THREADS).mapToObj(i -> Vessel.named("v" + i)).toList());

        Race.all(
                THREADS,
                thread -> session.inTransaction(tx -> {
                    Repository<Vessel> inside = tx.repository(Vessel.TYPE);
                    inside.query(Vessel.IMO.is("1"))
                            .first()
                            .map(tx::rely)
                            .ifPresent(former -> inside.save(former.without(Vessel.IMO)));
                    return inside.save(inside.get(fleet.get(thread).id()).with(Vessel.IMO, "1"));
                }));

        assertThat(storedVessels())
                .filteredOn(vessel -> vessel.find(Vessel.IMO).isPresent())
                .hasSize(1);
    }

    @Test
    void a_transaction_that_writes_what_it_could_have_found_is_told_after_one_more_run() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    runs.add(runs.size());
                    assertThat(tx.repository(Vessel.TYPE).all().count()).isEqualTo(1);
                    tx.repository(Vessel.TYPE).add(Vessel.named("Borealis").with(Vessel.IMO, "1"));
                }))
                .isInstanceOfSatisfying(
                        DuplicateException.class, e -> assertThat(e.key()).isEqualTo("imo"));

        assertThat(runs).hasSize(2);
    }

    @Test
    void a_transaction_that_has_looked_for_nothing_is_told_at_once() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    runs.add(runs.size());
                    tx.repository(Vessel.TYPE).add(Vessel.named("Borealis").with(Vessel.IMO, "1"));
                }))
                .isInstanceOf(DuplicateException.class);

        assertThat(runs).hasSize(1);
    }

    @Test
    void who_has_no_patience_is_told_of_the_duplicate_at_once() {
        Id<Vessel> aurora = vessels.add(Vessel.named("Aurora")).id();
        voyages.add(Voyage.of(aurora, 1));

        assertThatThrownBy(() -> session.withPatience(Duration.ZERO).runInTransaction(tx -> {
                    tx.repository(Voyage.TYPE).all().count();
                    tx.repository(Voyage.TYPE).add(Voyage.of(aurora, 1));
                }))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void in_a_transaction_of_the_hosts_a_duplicate_is_told_at_once() throws SQLException {
        Id<Vessel> aurora = vessels.add(Vessel.named("Aurora")).id();
        voyages.add(Voyage.of(aurora, 1));
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            CrmSession joined = session.withHostTransaction(host.transaction());

            assertThatThrownBy(() -> joined.runInTransaction(tx -> {
                        tx.repository(Voyage.TYPE).all().count();
                        tx.repository(Voyage.TYPE).add(Voyage.of(aurora, 1));
                    }))
                    .isInstanceOf(DuplicateException.class);
        }
    }

    private static Voyage addNext(CrmSession tx, Id<Vessel> vessel) {
        Repository<Voyage> inside = tx.repository(Voyage.TYPE);
        return inside.add(
                Voyage.of(vessel, inside.query(Voyage.VESSEL.is(vessel)).count() + 1));
    }
}
