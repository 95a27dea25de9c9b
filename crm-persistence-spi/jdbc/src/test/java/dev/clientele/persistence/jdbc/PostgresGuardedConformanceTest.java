package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** All suites as an application behind row-level security that isn't allowed to change tables. */
class PostgresGuardedConformanceTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new Guarded();
    }

    /** A guarded schema on the shared server. */
    private static final class Guarded implements StorageFixture {

        private final PostgresApplication application = new PostgresApplication();

        @Override
        public Storage open() {
            return application.open();
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public HostTransactionHandle beginHost(Storage storage) {
            try {
                return new ConnectionScope(DriverManager.getConnection(application.url()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            application.close();
        }
    }
}
