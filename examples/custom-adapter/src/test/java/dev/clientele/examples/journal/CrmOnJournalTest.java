package dev.clientele.examples.journal;

import static dev.clientele.persistence.criteria.SortDirection.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole CRM over the journal, closed and opened in between. */
class CrmOnJournalTest {

    @TempDir
    private Path folder;

    @Test
    void a_crm_saves_finds_pages_follows_and_goes_on_after_reopening() {
        Path file = folder.resolve("crm.journal");
        Ship aurora;
        Position read;
        try (Storage storage = JournalStorage.open(file)) {
            CrmSession session = session(storage, "acme");
            Repository<Ship> ships = session.repository(Ship.TYPE);
            aurora = ships.add(Ship.named("Aurora", 5_000));
            ships.add(Ship.named("Borealis", 81_000));
            ships.add(Ship.named("Corona", 300));
            aurora = ships.save(aurora.with(Ship.TONNAGE, 6_000L));
            session.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, session.now(), aurora.id()));
            List<Change> changes = session.changes().after(Position.START, 100);
            assertThat(changes).extracting(Change::action).contains(Change.Action.ADDED, Change.Action.SAVED);
            read = changes.get(changes.size() - 1).position();
        }
        try (Storage storage = JournalStorage.open(file)) {
            CrmSession session = session(storage, "acme");
            Repository<Ship> ships = session.repository(Ship.TYPE);

            assertThat(ships.get(aurora.id()).get(Ship.TONNAGE)).isEqualTo(6_000L);
            assertThat(names(ships)).containsExactly("Borealis", "Aurora");
            assertThat(session.timeline().forRecord(aurora.id()).count()).isEqualTo(1);
            assertThat(session.changes().historyOf(aurora.id().value())).hasSize(2);
            assertThat(session.changes().after(read, 100)).isEmpty();

            ships.remove(ships.get(aurora.id()));
            assertThat(session.changes().after(read, 100))
                    .extracting(Change::action)
                    .containsExactly(Change.Action.REMOVED);
            assertThat(session(storage, "another")
                            .repository(Ship.TYPE)
                            .query(Ship.TONNAGE.atLeast(0L))
                            .count())
                    .isZero();
        }
    }

    @Test
    void what_the_journal_refuses_the_crm_tells_in_its_own_words() {
        try (Storage storage = JournalStorage.open(folder.resolve("crm.journal"))) {
            Repository<Ship> ships = session(storage, "acme").repository(Ship.TYPE);
            Ship aurora = ships.add(Ship.named("Aurora", 1));
            ships.save(aurora.with(Ship.TONNAGE, 2L));

            assertThatExceptionOfType(StaleVersionException.class)
                    .isThrownBy(() -> ships.save(aurora.with(Ship.TONNAGE, 3L)));
            assertThatExceptionOfType(DuplicateException.class).isThrownBy(() -> ships.add(Ship.named("Aurora", 4)));
            assertThat(ships.get(aurora.id()).get(Ship.TONNAGE)).isEqualTo(2L);
        }
    }

    private static CrmSession session(Storage storage, String tenant) {
        return Crm.on(storage).type(Ship.TYPE).build().session(TenantId.of(tenant), Actor.user("alice"));
    }

    /** The names of the larger ships, largest first, a page at a time. */
    private static List<String> names(Repository<Ship> ships) {
        Selection<Ship> large = ships.query(Ship.TONNAGE.atLeast(1_000L)).sortedBy(Ship.TONNAGE, DESCENDING);
        List<Ship> found = new ArrayList<>();
        Page<Ship> page = large.page(1);
        found.addAll(page.items());
        while (page.next().isPresent()) {
            page = large.page(1, page.next().get());
            found.addAll(page.items());
        }
        return found.stream().map(ship -> ship.get(Ship.NAME)).toList();
    }

    /** A record type of somebody's own. */
    static final class Ship extends Entity<Ship> {
        private static final EntityTypeBuilder<Ship> DECLARE = EntityType.define("ship", Ship::new);

        static final TextField<Ship> NAME = DECLARE.key("name", 80, Trait.UNIQUE);
        static final OrderedField<Ship, Long> TONNAGE = DECLARE.integer("tonnage");
        static final EntityType<Ship> TYPE = DECLARE.build();

        private Ship(EntityState<Ship> state) {
            super(state);
        }

        static Ship named(String name, long tonnage) {
            return TYPE.newEntity().with(NAME, name).with(TONNAGE, tonnage);
        }
    }
}
