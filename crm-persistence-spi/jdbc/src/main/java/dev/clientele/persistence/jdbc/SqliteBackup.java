package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A back-up of an open database as of one moment, by SQLite's own means ({@code VACUUM INTO}). */
final class SqliteBackup {

    private final ConnectionPool connections;
    private final Dialect dialect;

    SqliteBackup(ConnectionPool connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** Writes to a file beside the target, has it synced to disk, and only then gives it its name. */
    void writeTo(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.exists(target) || folder == null) {
            throw new IllegalArgumentException("a back-up goes to a new file, but there is a " + target);
        }
        Path part = folder.resolve(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            copy(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageUnavailableException("the back-up could not be written", e);
        }
    }

    private void copy(Path part) {
        ConnectionLease lease = connections.acquire(false, connections.deadline());
        JdbcConnection link = lease.link();
        try {
            PreparedStatement statement = link.prepare("vacuum into ?");
            statement.setString(1, part.toString());
            statement.execute();
        } catch (SQLException e) {
            link.markBroken();
            throw dialect.translate(e, false);
        } finally {
            connections.release(lease);
        }
    }
}
