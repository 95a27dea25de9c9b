package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules T8 and D10: sessions in a transaction of the host. Where the adapter has no
 * {@link Capability#HOST_TRANSACTIONS} each test checks that joining is refused, and is then shown as aborted with that reason.
 */
public abstract class HostTransactionContract extends StorageContract {

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected HostTransactionContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void T8_a_transaction_of_another_kind_is_refused() {
        assertThatExceptionOfType(UnsupportedException.class)
                .isThrownBy(() -> storage().join(books.tenant(), new HostTransaction() {}));
    }

    @Test
    void T8_writes_become_visible_when_the_host_commits() {
        inHost(host -> {
            joined(host, books.tenant(), session -> session.write(List.of(new Write.Insert(SampleRecords.note(1)))));
            assertThat(books.find(SampleRecords.note(1))).isEmpty();
            host.commit();
            assertThat(books.find(SampleRecords.note(1))).isPresent();
        });
    }

    @Test
    void T8_everything_vanishes_when_the_host_rolls_back() {
        inHost(host -> {
            joined(host, books.tenant(), session -> {
                session.write(List.of(new Write.Insert(SampleRecords.note(1))));
                session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
            });
            host.rollback();
            assertThat(books.find(SampleRecords.note(1))).isEmpty();
            assertThat(books.count(SampleSchema.AUDIT)).isZero();
        });
    }

    @Test
    void T8_ending_a_session_leaves_the_hosts_transaction_open() {
        inHost(host -> {
            joined(host, books.tenant(), session -> session.write(List.of(new Write.Insert(SampleRecords.note(1)))));
            assertThat(host.isIntact()).isTrue();
            storage().join(books.tenant(), host.transaction()).close();
            assertThat(host.isIntact()).isTrue();
            joined(host, books.tenant(), session -> session.write(List.of(new Write.Insert(SampleRecords.note(2)))));
            host.commit();
            assertThat(books.count(SampleSchema.NOTE)).isEqualTo(2);
        });
    }

    @Test
    void T8_a_failed_write_leaves_the_hosts_transaction_to_the_host() {
        inHost(host -> {
            assertThatThrownBy(() -> joined(
                            host,
                            books.tenant(),
                            session -> session.write(
                                    List.of(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1)))))
                    .isInstanceOf(ConflictException.class);
            assertThat(host.isIntact()).isTrue();
            host.rollback();
        });
    }

    @Test
    void T8_sessions_of_one_host_transaction_see_each_others_writes() {
        inHost(host -> {
            joined(host, books.tenant(), session -> {
                session.write(List.of(new Write.Insert(SampleRecords.note(1))));
                session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
            });
            joined(host, books.tenant(), session -> {
                assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1))).isPresent();
                assertThat(session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k"))))
                        .containsExactly("k");
                session.write(List.of(new Write.Replace(
                        SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(1))));
            });
            host.commit();
            assertThat(books.find(SampleRecords.note(1))).map(Document::body).contains("new");
        });
    }

    @Test
    void T8_sessions_of_several_tenants_commit_with_the_host() {
        TenantStorage other = newTenantStorage();
        inHost(host -> {
            joined(host, books.tenant(), session -> session.write(List.of(new Write.Insert(SampleRecords.note(1)))));
            joined(host, other.tenant(), session -> {
                assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1))).isEmpty();
                session.write(List.of(new Write.Insert(SampleRecords.withBody(SampleRecords.note(1), "other"))));
            });
            host.commit();
            assertThat(books.find(SampleRecords.note(1))).map(Document::body).contains("note 1");
            assertThat(other.find(SampleRecords.note(1))).map(Document::body).contains("other");
        });
    }

    @Test
    void T8_follow_shows_nothing_that_the_host_has_not_committed() {
        inHost(host -> {
            joined(
                    host,
                    books.tenant(),
                    session -> session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k"))));
            joined(
                    host,
                    books.tenant(),
                    session -> assertThat(session.follow(SampleSchema.AUDIT, Position.START, 10))
                            .isEmpty());
            host.commit();
            assertThat(books.follow(SampleSchema.AUDIT, Position.START, 10))
                    .extracting(LogEntry::key)
                    .containsExactly("k");
        });
    }

    @Test
    void T8_a_joined_session_is_over_after_commit_like_any_other() {
        inHost(host -> {
            StorageSession session = closeAfterTest(storage().join(books.tenant(), host.transaction()));
            session.commit();
            assertThatThrownBy(() -> session.find(SampleSchema.NOTE, SampleRecords.id(1)))
                    .isInstanceOf(IllegalStateException.class);
            host.rollback();
        });
    }

    @Test
    void D10_a_delete_in_a_hosts_transaction_does_not_miss_what_was_stored_on_a_check_meanwhile() {
        books.insert(SampleRecords.note(1));
        inHost(host -> {
            if (!has(Capability.CONCURRENT_WRITERS)) {
                return; // nobody else writes while the host's transaction is open
            }
            assertThatThrownBy(() -> {
                        joined(host, books.tenant(), session -> {
                            requireNoReference(session);
                            books.write(
                                    new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), 1),
                                    new Write.Insert(SampleRecords.titled(2, "refers to 1")));
                            session.write(List.of(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1)));
                            requireNoReference(session);
                        });
                        host.commit();
                    })
                    .isInstanceOf(ConflictException.class);
        });
        assertThat(books.find(SampleRecords.note(1))).isPresent();
    }

    private static void requireNoReference(StorageSession session) {
        if (session.find(SampleSchema.DEAL, SampleRecords.id(2)).isPresent()) {
            throw new ConflictException(List.of(new DocumentKey(SampleSchema.NOTE, SampleRecords.id(1))), null);
        }
    }

    private void joined(HostTransactionHandle host, TenantId tenant, Consumer<StorageSession> steps) {
        try (StorageSession session = storage().join(tenant, host.transaction())) {
            steps.accept(session);
            session.commit();
        }
    }

    private void inHost(Consumer<HostTransactionHandle> steps) {
        storage();
        if (!has(Capability.HOST_TRANSACTIONS)) {
            T8_a_transaction_of_another_kind_is_refused();
            Assumptions.abort("optional, and refused as it has to be: the fixture declares no HOST_TRANSACTIONS");
        }
        try (HostTransactionHandle host = sharedFixture().beginHost(storage())) {
            steps.accept(host);
        }
    }
}
