package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageFixture;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** A schema on the shared server. */
final class PostgresFixture implements StorageFixture {

    private final String url = PostgresServer.newPlace();

    @Override
    public Storage open() {
        return PostgresStorage.builder(url).connections(4, 8).open();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public HostTransactionHandle beginHost(Storage storage) {
        try {
            return new ConnectionScope(DriverManager.getConnection(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        PostgresServer.drop(url);
    }
}
