package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL shows what has committed to readers of a log only when no transaction that began earlier is open. What commits
 * meanwhile isn't left to the next commit.
 */
class HeldBackTest {

    private static final TenantId ACME = TenantId.of("acme");

    @TempDir
    Path folder;

    private final Storage storage = DatabaseKind.POSTGRES.share();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch toldOnce = new CountDownLatch(1);

    private Crm listening(Delivery delivery) {
        return Crm.on(storage)
                .type(Vessel.TYPE)
                .listener(
                        "heard",
                        (tenant, change) -> {
                            told.add((String) change.field("name").orElseThrow().after());
                            toldOnce.countDown();
                        },
                        delivery)
                .build();
    }

    private static Repository<Vessel> vessels(Crm crm, TenantId tenant) {
        return crm.session(tenant, Actor.user("alice")).repository(Vessel.TYPE);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void commitBeside(Crm crm, TenantId overlapping) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread rolledBack = new Thread(() -> {
            try {
                crm.session(overlapping, Actor.user("bob")).runInTransaction(tx -> {
                    tx.repository(Vessel.TYPE).add(Vessel.named("never"));
                    written.countDown();
                    await(over);
                    throw new IllegalStateException("rolled back");
                });
            } catch (IllegalStateException e) {
                // as it was to be
            }
        });
        rolledBack.start();
        await(written);
        vessels(crm, ACME).add(Vessel.named("Aurora"));
        assertThat(told).isEmpty(); // held back by the transaction that began earlier
        over.countDown();
        rolledBack.join(20_000);
        assertThat(rolledBack.isAlive()).isFalse();
    }

    @Test
    void a_change_held_back_by_a_transaction_that_rolls_back_is_told_then() throws InterruptedException {
        commitBeside(listening(Delivery.afterCommit()), ACME);

        assertThat(told).containsExactly("Aurora");
    }

    @Test
    void a_change_held_back_by_a_transaction_of_another_tenant_is_told_when_that_rolls_back()
            throws InterruptedException {
        commitBeside(listening(Delivery.afterCommit()), TenantId.of("globex"));

        assertThat(told).containsExactly("Aurora");
    }

    @Test
    void on_an_executor_a_change_held_back_by_another_programs_transaction_is_told_without_a_further_commit()
            throws SQLException, InterruptedException {
        Crm crm = listening(Delivery.on(Runnable::run));
        try (DatabaseKind.Host host = DatabaseKind.POSTGRES.begin(storage, folder)) {
            crm.session(TenantId.of("globex"), Actor.user("bob"))
                    .withHostTransaction(host.transaction())
                    .repository(Vessel.TYPE)
                    .add(Vessel.named("never"));
            vessels(crm, ACME).add(Vessel.named("Aurora"));
            assertThat(told).isEmpty();
        }

        assertThat(toldOnce.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told).containsExactly("Aurora");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
