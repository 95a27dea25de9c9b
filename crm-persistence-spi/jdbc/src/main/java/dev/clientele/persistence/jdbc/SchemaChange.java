package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.SchemaException;
import java.sql.SQLException;
import java.util.List;

/**
 * A step of a migration, done in one transaction.
 *
 * @param description in a few words
 * @param obstacles that must not be there
 * @param statements that do the step, record it and count it
 */
record SchemaChange(String description, List<Obstacle> obstacles, List<String> statements) {

    /** Copies the lists. */
    SchemaChange {
        obstacles = List.copyOf(obstacles);
        statements = List.copyOf(statements);
    }

    /**
     * Looks whether it can be done.
     *
     * @throws SchemaException if stored values are in the way
     */
    void requirePossible(JdbcConnection link) throws SQLException {
        for (Obstacle obstacle : obstacles) {
            if (link.gives(obstacle.query)) {
                throw new SchemaException(obstacle.message, null);
            }
        }
    }

    /**
     * Stored values that a change can't be done with.
     *
     * @param query gives a row if there are such values
     * @param message says so
     */
    record Obstacle(String query, String message) {}
}
