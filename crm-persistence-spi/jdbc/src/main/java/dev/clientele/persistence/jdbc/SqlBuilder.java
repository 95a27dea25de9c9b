package dev.clientele.persistence.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The builder of a statement: text that this adapter wrote, and values that are only ever bound as parameters. Nothing
 * that a caller gave gets into the text; names of tables and columns come from the checked declarations.
 */
final class SqlBuilder {

    private final StringBuilder text = new StringBuilder(256);
    private final List<BoundParameter<?>> bound = new ArrayList<>();

    /** Appends text. */
    SqlBuilder add(String fragment) {
        text.append(fragment);
        return this;
    }

    /** Appends a placeholder with its value. */
    <V> SqlBuilder bind(Codec<V> codec, V value) {
        text.append('?');
        bound.add(new BoundParameter<>(codec, value));
        return this;
    }

    /** Appends another statement's text and parameters. */
    SqlBuilder add(SqlBuilder other) {
        text.append(other.text);
        bound.addAll(other.bound);
        return this;
    }

    /** Prepares this on a connection and sets all parameters. */
    PreparedStatement prepare(JdbcConnection link) throws SQLException {
        PreparedStatement statement = link.prepare(text.toString());
        for (int i = 0; i < bound.size(); i++) {
            bound.get(i).set(statement, i + 1);
        }
        return statement;
    }

    /** Reads rows of two texts: the second ones of each first one. */
    Map<String, Set<String>> pairs(JdbcConnection link) throws SQLException {
        Map<String, Set<String>> found = new HashMap<>();
        try (ResultSet rows = prepare(link).executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), first -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private record BoundParameter<V>(Codec<V> codec, V value) {
        void set(PreparedStatement statement, int index) throws SQLException {
            codec.bind(statement, index, value);
        }
    }
}
