package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tenants that have written something. */
class TenantsTest {

    private static void insert(Storage storage, String tenant, int number, boolean commit) {
        try (StorageSession session = storage.write(TenantId.of(tenant))) {
            session.write(List.of(new Write.Insert(account(number, Map.of()))));
            if (commit) {
                session.commit();
            }
        }
    }

    private static void append(Storage storage, String tenant) {
        try (StorageSession session = storage.write(TenantId.of(tenant))) {
            session.append("interaction", List.of(entry("k", Instant.EPOCH, id(1))));
            session.commit();
        }
    }

    private static List<String> names(List<TenantId> tenants) {
        return tenants.stream().map(TenantId::value).toList();
    }

    @ParameterizedTest
    @EnumSource
    void every_tenant_that_has_committed_is_listed_in_the_order_of_names(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            for (String tenant : List.of("b", "a", "Z", "_", "a.b")) {
                insert(storage, tenant, 1, true);
                insert(storage, tenant, 2, true);
            }
            insert(storage, "undone", 1, false);
            append(storage, "log");
            try (Connection host = database.source().getConnection()) {
                host.setAutoCommit(false);
                try (StorageSession joined = storage.join(TenantId.of("host"), JdbcTransaction.of(host))) {
                    joined.write(List.of(new Write.Insert(account(1, Map.of()))));
                }
                host.rollback();
                try (StorageSession joined = storage.join(TenantId.of("host"), JdbcTransaction.of(host))) {
                    joined.write(List.of(new Write.Insert(account(1, Map.of()))));
                }
                host.commit();
            }
            assertThat(names(storage.tenants(null, 10))).containsExactly("Z", "_", "a", "a.b", "b", "host", "log");
            assertThat(names(storage.tenants(TenantId.of("_"), 2))).containsExactly("a", "a.b");
            assertThatThrownBy(() -> storage.tenants(null, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_of_an_earlier_release_lists_the_tenants_that_it_has(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            insert(storage, "b", 1, true);
            append(storage, "a");
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table \"crm_$tenants\"");
                statement.execute("drop table \"crm_interaction$pruned\"");
                statement.execute("drop table \"crm_interaction$end\"");
                if (kind == TestDatabase.Kind.POSTGRES) {
                    statement.execute("alter table crm_interaction drop column \"position$by\"");
                }
            }
            assertThat(storage.migration(SCHEMA).steps()).isNotEmpty();
            storage.migration(SCHEMA).apply();
            assertThat(storage.migration(SCHEMA).steps()).isEmpty();
            append(storage, "c");
            assertThat(names(storage.tenants(null, 10))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void behind_row_level_security_all_are_listed() {
        try (PostgresApplication guarded = new PostgresApplication()) {
            guarded.apply(SCHEMA);
            try (Storage storage =
                    PostgresStorage.builder(guarded.url()).rowLevelSecurity().open()) {
                storage.migration(SCHEMA).validate();
                insert(storage, "b", 1, true);
                append(storage, "a");
                assertThat(names(storage.tenants(null, 10))).containsExactly("a", "b");
            }
        }
    }

    @Test
    void those_that_write_a_tenants_first_document_do_not_wait_for_each_other() {
        try (TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            try (StorageSession first = storage.write(TenantId.of("a"))) {
                first.write(List.of(new Write.Insert(account(1, Map.of()))));
                List<CompletableFuture<Void>> others = new ArrayList<>();
                IntStream.range(2, 5)
                        .forEach(number ->
                                others.add(CompletableFuture.runAsync(() -> insert(storage, "a", number, true))));
                others.forEach(CompletableFuture::join);
                first.commit();
            }
            assertThat(names(storage.tenants(null, 10))).containsExactly("a");
        }
    }
}
