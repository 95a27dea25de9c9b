package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CollisionTest {

    private final CrmSession session =
            Crm.on(MemoryStorage.create()).type(Vessel.TYPE).build().session(TenantId.of("acme"), Actor.user("alice"));

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

    private void addTonsElsewhere(Id<Vessel> id, long tons) {
        Vessel vessel = session.repository(Vessel.TYPE).get(id);
        session.repository(Vessel.TYPE)
                .save(vessel.with(Vessel.TONNAGE, vessel.getOrDefault(Vessel.TONNAGE, 0L) + tons));
    }
}
