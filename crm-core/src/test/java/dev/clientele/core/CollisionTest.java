package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CollisionTest {

    private final MemoryStorage storage = MemoryStorage.create();
    private final CrmSession session = Crm.on(storage)
            .type(Vessel.TYPE)
            .type(Voyage.TYPE)
            .build()
            .session(TenantId.of("acme"), Actor.user("alice"));

    @Test
    void work_that_read_what_it_changes_is_run_again_when_another_got_in_between() {
        Id<Vessel> id = session.repository(Vessel.TYPE)
                .add(Vessel.named("Aurora").with(Vessel.TONNAGE, 0L))
                .id();
        AtomicInteger runs = new AtomicInteger();

        session.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).get(id);
            if (runs.incrementAndGet() == 1) {
                addTonsElsewhere(id, 10);
            }
            tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, vessel.require(Vessel.TONNAGE) + 1));
        });

        assertThat(runs).hasValue(2);
        assertThat(session.repository(Vessel.TYPE).get(id).get(Vessel.TONNAGE)).isEqualTo(11);
    }

    @Test
    void work_that_found_nothing_and_adds_is_run_again_when_another_added_it() {
        Id<Vessel> id = Id.parse("00000000-0000-7000-8000-000000000001");
        AtomicInteger runs = new AtomicInteger();

        session.runInTransaction(tx -> {
            boolean there = tx.repository(Vessel.TYPE).find(id).isPresent();
            if (runs.incrementAndGet() == 1) {
                session.repository(Vessel.TYPE).add(Vessel.named("Aurora").withId(id));
            }
            if (!there) {
                tx.repository(Vessel.TYPE).add(Vessel.named("Borealis").withId(id));
            }
        });

        assertThat(runs).hasValue(2);
        assertThat(session.repository(Vessel.TYPE).get(id).get(Vessel.NAME)).isEqualTo("Aurora");
    }

    @Test
    void a_record_that_was_read_before_the_transaction_and_changed_meanwhile_is_stale() {
        Vessel before = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        addTonsElsewhere(before.id(), 10);

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Vessel.TYPE).get(before.id());
                    tx.repository(Vessel.TYPE).save(before.with(Vessel.TONNAGE, 1L));
                }))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void work_that_relies_on_a_record_decides_anew_when_another_changed_it_meanwhile() {
        Id<Vessel> limit = add("limit");
        List<Boolean> decisions = new ArrayList<>();

        session.runInTransaction(tx -> {
            Vessel read = tx.rely(tx.repository(Vessel.TYPE).get(limit));
            if (decisions.isEmpty()) {
                addTonsElsewhere(limit, 10);
            }
            decisions.add(read.getOrDefault(Vessel.TONNAGE, 0L) == 0);
            tx.repository(Vessel.TYPE).add(Vessel.named("decided"));
        });

        assertThat(decisions).containsExactly(true, false);
    }

    @Test
    void work_that_relies_on_a_record_decides_anew_when_another_removed_it_meanwhile() {
        Id<Vessel> limit = add("limit");
        AtomicInteger runs = new AtomicInteger();

        session.runInTransaction(tx -> tx.repository(Vessel.TYPE).find(limit).ifPresent(read -> {
            tx.rely(read);
            runs.incrementAndGet();
            session.repository(Vessel.TYPE)
                    .remove(session.repository(Vessel.TYPE).get(limit));
            tx.repository(Vessel.TYPE).add(Vessel.named("decided"));
        }));

        assertThat(runs).hasValue(1);
        assertThat(session.repository(Vessel.TYPE).all().count()).isZero();
    }

    @Test
    void what_a_query_of_the_work_has_found_and_another_then_changed_is_read_for_update_anew_not_stale() {
        Id<Vessel> id = add("Aurora");
        AtomicInteger runs = new AtomicInteger();

        session.runInTransaction(tx -> {
            Vessel read = tx.repository(Vessel.TYPE)
                    .query(Vessel.NAME.is("Aurora"))
                    .first()
                    .orElseThrow();
            if (runs.incrementAndGet() == 1) {
                addTonsElsewhere(id, 10);
            }
            Vessel locked = tx.repository(Vessel.TYPE).getForUpdate(read);
            tx.repository(Vessel.TYPE).save(locked.with(Vessel.TONNAGE, locked.getOrDefault(Vessel.TONNAGE, 0L) + 1));
        });

        assertThat(session.repository(Vessel.TYPE).get(id).get(Vessel.TONNAGE)).isEqualTo(11L);
    }

    @Test
    void a_record_of_another_type_with_the_same_id_as_one_looked_up_is_stale_when_it_is() {
        Vessel old = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        addTonsElsewhere(old.id(), 1);

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Voyage.TYPE).find(Id.of(old.id().value()));
                    tx.repository(Vessel.TYPE).save(old.with(Vessel.TONNAGE, 5L));
                }))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_key_that_another_takes_between_search_and_addition_gives_the_others_record() {
        AtomicInteger runs = new AtomicInteger();
        CrmSession raced = Crm.on(storage)
                .type(Vessel.TYPE)
                .type(Voyage.TYPE)
                .rule(Vessel.TYPE, (transaction, writes) -> {
                    if (runs.incrementAndGet() == 1) {
                        session.repository(Vessel.TYPE)
                                .add(Vessel.named("first").with(Vessel.IMO, "1"));
                    }
                })
                .build()
                .session(TenantId.of("acme"), Actor.user("bob"));

        Vessel got =
                raced.repository(Vessel.TYPE).getOrAdd(Vessel.named("second").with(Vessel.IMO, "1"));

        assertThat(got.get(Vessel.NAME)).isEqualTo("first");
        assertThat(runs).hasValue(1);
    }

    private Id<Vessel> add(String name) {
        return session.repository(Vessel.TYPE).add(Vessel.named(name)).id();
    }

    private void addTonsElsewhere(Id<Vessel> id, long tons) {
        Vessel vessel = session.repository(Vessel.TYPE).get(id);
        session.repository(Vessel.TYPE)
                .save(vessel.with(Vessel.TONNAGE, vessel.getOrDefault(Vessel.TONNAGE, 0L) + tons));
    }
}
