package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageFixture;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** An H2 file in a temporary folder. */
final class H2Fixture implements StorageFixture {

    private final Path folder = Folders.create("h2");

    private Path file() {
        return folder.resolve("crm");
    }

    @Override
    public Storage open() {
        return H2Storage.open(file());
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REOPENING, Capability.HOST_TRANSACTIONS, Capability.KEY_SWAP);
    }

    @Override
    public HostTransactionHandle beginHost(Storage storage) {
        try {
            return new ConnectionScope(DriverManager.getConnection(H2Storage.url(file()) + ";LOCK_TIMEOUT=30000"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
