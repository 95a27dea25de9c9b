package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A host whose transactions Spring drives, with a table of its own beside ours. */
class SpringTransactionTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_the_host_commits_is_there_with_the_hosts_own_rows(TestDatabase.Kind kind) {
        try (Host host = new Host(kind)) {
            host.transactions.executeWithoutResult(status -> {
                host.orderAndAccount(1);
                assertThat(host.accounts()).isZero();
            });
            assertThat(host.orders()).isEqualTo(1);
            assertThat(host.accounts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_host_rolls_back_leaves_nothing(TestDatabase.Kind kind) {
        try (Host host = new Host(kind)) {
            assertThatThrownBy(() -> host.transactions.executeWithoutResult(status -> {
                        host.orderAndAccount(1);
                        throw new IllegalStateException("the host changes its mind");
                    }))
                    .hasMessage("the host changes its mind");
            assertThat(host.orders()).isZero();
            assertThat(host.accounts()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_that_fails_leaves_the_host_free_to_commit_the_rest(TestDatabase.Kind kind) {
        try (Host host = new Host(kind)) {
            host.transactions.executeWithoutResult(status -> {
                host.orderAndAccount(1);
                assertThatThrownBy(() -> host.joined(session -> session.write(List.of(
                                new Write.Insert(account(2, Map.of("email", "e2"))),
                                new Write.Insert(account(3, Map.of("email", "e1")))))))
                        .isInstanceOf(DuplicateKeyException.class);
                host.template.update("insert into orders values (7)");
            });
            assertThat(host.orders()).isEqualTo(2);
            assertThat(host.accounts()).isEqualTo(1);
        }
    }

    /** An application with a table of its own. */
    private static final class Host implements AutoCloseable {

        private final TestDatabase database;
        private final Storage storage;
        private final DataSource source;
        private final TransactionTemplate transactions;
        private final JdbcTemplate template;

        Host(TestDatabase.Kind kind) {
            database = new TestDatabase(kind);
            storage = database.open();
            storage.migration(SCHEMA).apply();
            source = database.source();
            transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
            template = new JdbcTemplate(source);
            template.execute("create table orders (number integer primary key)");
        }

        void joined(Consumer<StorageSession> steps) {
            JdbcTransaction host = JdbcTransaction.of(DataSourceUtils.getConnection(source));
            try (StorageSession session = storage.join(ACME, host)) {
                steps.accept(session);
                session.commit();
            }
        }

        void orderAndAccount(int number) {
            template.update("insert into orders values (?)", number);
            joined(session -> {
                session.write(List.of(new Write.Insert(account(number, Map.of("email", "e" + number)))));
                session.append("interaction", List.of(entry("k" + number, NOON, id(number))));
            });
        }

        int orders() {
            Integer count = template.queryForObject("select count(*) from orders", Integer.class);
            return count == null ? -1 : count;
        }

        /** How many accounts others see, each with its entry. */
        int accounts() {
            try (StorageSession session = storage.read(ACME)) {
                int entries = session.follow("interaction", Position.START, 10).size();
                int documents =
                        session.findAll("account", List.of(id(1), id(2))).size();
                assertThat(documents).isEqualTo(entries);
                return documents;
            }
        }

        @Override
        public void close() {
            storage.close();
            database.close();
        }
    }
}
