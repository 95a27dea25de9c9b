package dev.clientele.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.NewerRecords;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be pruned from a log as far as listeners are concerned. */
class LowestListenerPositionTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final String CHANGES = ChangeLog.TYPE.name();

    private final MemoryStorage storage = MemoryStorage.create();
    private final ListenerPositions positions = new ListenerPositions(storage);

    @BeforeEach
    void schema() {
        storage.migration(new TypeRegistry(
                                List.of(),
                                List.of(),
                                ImmutableListMultimap.of(),
                                ImmutableListMultimap.of(),
                                NewerRecords.READ_KNOWN)
                        .schema())
                .apply();
    }

    private Optional<Position> lowest(String log, LogListener... listeners) {
        try (StorageSession session = storage.read(ACME)) {
            return ListenerPositions.lowestReached(session, log, List.of(listeners));
        }
    }

    private static LogListener listener(String name) {
        return LogListener.ofChanges(name, Delivery.onRequest(), (tenant, change) -> {});
    }

    private void reached(String name, String log, long position) {
        positions.store(ACME, ListenerPosition.start(name, log).at(new Position(0, position)));
    }

    @Test
    void nobody_holds_back_a_log_that_nobody_listens_to() {
        assertThat(lowest(CHANGES)).isEmpty();
    }

    @Test
    void the_slowest_of_several_counts() {
        reached("fast", CHANGES, 9);
        reached("slow", CHANGES, 4);

        assertThat(lowest(CHANGES, listener("fast"), listener("slow"))).contains(new Position(0, 4));
    }

    @Test
    void one_that_was_never_served_waits_for_everything() {
        reached("fast", CHANGES, 9);

        assertThat(lowest(CHANGES, listener("fast"), listener("newcomer"))).contains(Position.START);
    }

    @Test
    void one_of_another_program_counts_until_it_is_forgotten() {
        reached("fast", CHANGES, 9);
        reached("elsewhere", CHANGES, 2);
        assertThat(lowest(CHANGES, listener("fast"))).contains(new Position(0, 2));

        positions.forget(ACME, "elsewhere");

        assertThat(lowest(CHANGES, listener("fast"))).contains(new Position(0, 9));
    }

    @Test
    void listeners_to_another_log_do_not_count() {
        reached("fast", CHANGES, 9);
        reached("watch", "sighting", 1);

        assertThat(lowest(CHANGES, listener("fast"))).contains(new Position(0, 9));
        assertThat(lowest("sighting")).contains(new Position(0, 1));
    }
}
