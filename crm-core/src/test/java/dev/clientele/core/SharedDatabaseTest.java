package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The isolation that tests rely on when they share a database. */
class SharedDatabaseTest extends StoredTest {

    private Crm on(Storage shared) {
        return Crm.on(shared)
                .type(Vessel.TYPE)
                .type(Voyage.TYPE)
                .type(Sighting.TYPE)
                .clock(clock)
                .build();
    }

    private static Repository<Vessel> vesselsOf(Crm crm) {
        return crm.session(ACME, Actor.user("bob")).repository(Vessel.TYPE);
    }

    @Test
    void two_tests_see_nothing_of_each_other_though_they_call_their_tenants_the_same() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));
        try (Storage shared = database.share()) {
            Repository<Vessel> theirs = vesselsOf(on(shared));

            assertThat(theirs.all().count()).isZero();
            theirs.add(Vessel.named("Borealis").with(Vessel.IMO, "1"));
        }

        assertThat(storedVessels())
                .extracting(vessel -> vessel.require(Vessel.NAME))
                .containsExactly("Aurora");
    }

    @Test
    void two_tenants_of_a_test_see_nothing_of_each_other() {
        vessels.add(Vessel.named("Aurora"));

        assertThat(crm.session(TenantId.of("globex"), Actor.user("bob"))
                        .repository(Vessel.TYPE)
                        .all()
                        .count())
                .isZero();
    }

    @Test
    void a_storage_that_one_test_has_closed_is_open_to_the_others() {
        Storage shared = database.share();
        Repository<Vessel> theirs = vesselsOf(on(shared));
        shared.close();

        assertThatThrownBy(() -> theirs.all().count()).isInstanceOf(IllegalStateException.class);
        vessels.add(Vessel.named("Aurora"));
        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_hosts_transaction_is_one_of_the_shared_database() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            session.withHostTransaction(host.transaction())
                    .repository(Vessel.TYPE)
                    .add(Vessel.named("Aurora"));
            host.commit();
        }

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_test_that_changes_the_schema_is_told_to_have_a_database_alone() {
        assumeThat(database).as("memory is never shared").isNotEqualTo(DatabaseKind.MEMORY);

        assertThatThrownBy(() -> Crm.on(storage).type(Vessel.TYPE).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of its own");
    }
}
