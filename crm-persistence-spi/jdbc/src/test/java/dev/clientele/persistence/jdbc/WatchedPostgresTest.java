package dev.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

/**
 * Runs all suites over a host's pool whose connections note every statement, and then judges what was noted. The pool is set
 * as a host may have it: auto-commit on, and the driver rewriting batches, after which it no longer counts what they did.
 */
class WatchedPostgresTest extends StorageConformance {

    private static final StatementSpy SPY = new StatementSpy();

    @AfterAll
    static void every_statement_on_records_names_the_tenant_and_holds_no_text_of_callers() {
        SPY.assertEveryStatementOnRecordsNamesTheTenantAndHoldsNoTextOfCallers();
    }

    @Override
    protected StorageFixture fixture() {
        return new Watched();
    }

    /** A schema on the shared server, behind a pool. */
    private static final class Watched implements StorageFixture {

        private final String url = PostgresServer.newPlace();
        private final HikariDataSource pool = pool(url);

        private static HikariDataSource pool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url + "&reWriteBatchedInserts=true");
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(2);
            return new HikariDataSource(config);
        }

        @Override
        public Storage open() {
            return PostgresStorage.over(SPY.watching(pool));
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public HostTransactionHandle beginHost(Storage storage) {
            try {
                return new ConnectionScope(
                        SPY.watching(DriverManager.getConnection(url + "&reWriteBatchedInserts=true")));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            pool.close();
            PostgresServer.drop(url);
        }
    }
}
