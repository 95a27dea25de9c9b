package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** All suites on a storage whose writing transactions are serializable, beside hosts whose transactions are. */
class PostgresSerializableConformanceTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new Serializable();
    }

    /** A schema on the shared server. */
    private static final class Serializable implements StorageFixture {

        private final String url = PostgresServer.newPlace();

        @Override
        public Storage open() {
            return PostgresStorage.builder(url).serializable().connections(4, 8).open();
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public boolean writesOnSnapshots() {
            return true;
        }

        @Override
        public HostTransactionHandle beginHost(Storage storage) {
            try {
                Connection connection = DriverManager.getConnection(url);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                return new ConnectionScope(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            PostgresServer.drop(url);
        }
    }
}
