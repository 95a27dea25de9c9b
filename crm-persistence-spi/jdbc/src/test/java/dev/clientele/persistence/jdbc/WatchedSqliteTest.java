package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

/** Runs all suites over connections to SQLite that note every statement, and then judges what was noted. */
class WatchedSqliteTest extends StorageConformance {

    private static final StatementSpy SPY = new StatementSpy();

    @AfterAll
    static void every_statement_on_records_names_the_tenant_and_holds_no_text_of_callers() {
        SPY.assertEveryStatementOnRecordsNamesTheTenantAndHoldsNoTextOfCallers();
    }

    @Override
    protected StorageFixture fixture() {
        return new Watched();
    }

    /** A SQLite file over watched connections. */
    private static final class Watched implements StorageFixture {

        private final Path folder = Folders.create("watched");

        @Override
        public Storage open() {
            Duration patience = Duration.ofSeconds(30);
            SqliteFile file = new SqliteFile(folder.resolve("crm.db"), patience, 1L << 30);
            Dialect dialect = new SqliteDialect();
            return new JdbcStorage(
                    dialect,
                    new TableNames("crm_"),
                    OwnConnectionPool.embedded(
                            (writing, deadline) -> watched(file.open(writing, deadline)),
                            dialect,
                            4,
                            patience,
                            Duration.ZERO));
        }

        private static JdbcConnection watched(JdbcConnection link) {
            return JdbcConnection.own(SPY.watching(link.connection()), link.lockTimeout());
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.of(Capability.REOPENING, Capability.HOST_TRANSACTIONS, Capability.KEY_SWAP);
        }

        @Override
        public HostTransactionHandle beginHost(Storage storage) {
            try {
                Connection host =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db") + "?busy_timeout=30000");
                return new ConnectionScope(SPY.watching(host));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            Folders.delete(folder);
        }
    }
}
