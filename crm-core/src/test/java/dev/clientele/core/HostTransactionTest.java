package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.testing.DatabaseKind;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Work inside a transaction that the host application has begun and will end. */
class HostTransactionTest extends StoredTest {

    @Test
    void what_is_written_shows_when_the_host_commits() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            CrmSession joined = session.withHostTransaction(host.transaction());
            Vessel vessel = joined.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
            joined.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, vessel.id()));

            assertThat(joined.repository(Vessel.TYPE).find(vessel.id())).contains(vessel);
            assertThat(vessels.find(vessel.id())).isEmpty();
            host.commit();

            assertThat(vessels.find(vessel.id())).contains(vessel);
            assertThat(session.timeline().forRecord(vessel.id()).count()).isEqualTo(1);
            assertThat(vessels.history(vessel.id())).hasSize(1);
        }
    }

    @Test
    void nothing_is_left_when_the_host_rolls_back() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            CrmSession joined = session.withHostTransaction(host.transaction());
            joined.runInTransaction(tx -> {
                Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
                tx.repository(Voyage.TYPE).add(Voyage.of(vessel.id(), 1));
            });
        }

        assertThat(vessels.all().count()).isZero();
        assertThat(voyages.all().count()).isZero();
        crm.deliverChanges(ACME);
        assertThat(heard).isEmpty();
    }

    @Test
    void listeners_are_told_when_the_host_asks_for_it_after_its_commit() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            session.withHostTransaction(host.transaction())
                    .repository(Vessel.TYPE)
                    .add(Vessel.named("Aurora"));
            host.commit();
        }
        assertThat(heard).isEmpty();

        crm.deliverChanges(ACME);

        assertThat(heard).hasSize(1);
    }

    @Test
    void several_calls_see_what_those_before_them_wrote() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            var joined = session.withHostTransaction(host.transaction()).repository(Vessel.TYPE);
            Vessel vessel = joined.add(Vessel.named("Aurora"));
            joined.save(joined.get(vessel.id()).with(Vessel.TONNAGE, 5L));
            try (Stream<Vessel> all = joined.query(Vessel.TONNAGE.is(5L)).stream()) {
                assertThat(all).hasSize(1);
            }
            host.commit();
        }

        assertThat(storedVessels())
                .singleElement()
                .satisfies(vessel -> assertThat(vessel.version()).isEqualTo(2));
    }

    @Test
    void a_call_that_fails_leaves_the_decision_to_the_host() throws SQLException {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            var joined = session.withHostTransaction(host.transaction()).repository(Vessel.TYPE);
            assertThatThrownBy(() -> joined.add(Vessel.named("Borealis").with(Vessel.IMO, "1")))
                    .isInstanceOf(DuplicateException.class);
        }

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_transaction_of_another_kind_is_refused() {
        HostTransaction foreign = new HostTransaction() {};

        assertThatThrownBy(() -> session.withHostTransaction(foreign)
                        .repository(Vessel.TYPE)
                        .all()
                        .count())
                .isInstanceOf(StorageSetupException.class);
    }

    @Test
    void a_session_in_a_transaction_of_its_own_joins_no_other() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            session.inSnapshot(snapshot -> assertThatThrownBy(() -> snapshot.withHostTransaction(host.transaction()))
                    .isInstanceOf(IllegalStateException.class));
        }
        assertThatThrownBy(() -> session.withHostTransaction(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void the_session_that_was_joined_is_still_on_its_own() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            assertThat(session.withHostTransaction(host.transaction()).tenant()).isEqualTo(ACME);
        }
        vessels.addAll(List.of(Vessel.named("Aurora"), Vessel.named("Borealis")));

        assertThat(heard).hasSize(2);
    }
}
