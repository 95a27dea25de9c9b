package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The check of a whole SQLite file by SQLite's own means ({@code PRAGMA integrity_check}). */
final class SqliteIntegrity {

    private static final int MAX_FINDINGS = 100;

    private final ConnectionPool connections;
    private final Dialect dialect;

    SqliteIntegrity(ConnectionPool connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** Reads everything and returns what is wrong. */
    List<String> check() {
        List<String> findings = new ArrayList<>();
        ConnectionLease lease;
        try {
            lease = connections.acquire(false, connections.deadline());
        } catch (CorruptDataException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        try (ResultSet rows = lease.link()
                .prepare("pragma integrity_check(" + MAX_FINDINGS + ")")
                .executeQuery()) {
            while (rows.next()) {
                findings.add(rows.getString(1));
            }
        } catch (SQLException e) {
            lease.connection().markBroken();
            StorageException translated = dialect.translate(e, false);
            if (!(translated instanceof CorruptDataException)) {
                throw translated;
            }
            findings.add(String.valueOf(translated.getMessage()));
        } finally {
            connections.release(lease);
        }
        return findings.equals(List.of("ok")) ? List.of() : List.copyOf(findings);
    }
}
