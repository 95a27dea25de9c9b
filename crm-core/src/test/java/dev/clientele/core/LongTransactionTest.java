package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import org.junit.jupiter.api.Test;

/** Transactions that write very many times. */
class LongTransactionTest {

    @Test
    void history_is_read_in_a_transaction_that_has_written_twenty_thousand_times() {
        try (Storage storage = DatabaseKind.SQLITE.share()) {
            CrmSession session = Crm.on(storage)
                    .types(TypeSet.of(Sailor.TYPE))
                    .build()
                    .session(StoredTest.ACME, Actor.user("alice"));

            int changes = session.inTransaction(tx -> {
                Repository<Sailor> sailors = tx.repository(Sailor.TYPE);
                for (int i = 0; i < 20_000; i++) {
                    sailors.add(Sailor.named("Ann " + i));
                }
                return sailors.history(sailors.add(Sailor.named("Ben")).id()).size();
            });

            assertThat(changes).isEqualTo(1);
        }
    }
}
