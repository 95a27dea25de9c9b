package dev.clientele.persistence.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement under construction: text that this adapter wrote, and values that are only ever bound as parameters. Nothing
 * that a caller gave gets into the text; names of tables and columns come from the checked declarations.
 */
final class Sql {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Bound<?>> bound = new ArrayList<>();

    /** Appends text. */
    Sql add(String fragment) {
        text.append(fragment);
        return this;
    }

    /** Appends a placeholder with its value. */
    <V> Sql bind(Codec<V> codec, V value) {
        text.append('?');
        bound.add(new Bound<>(codec, value));
        return this;
    }

    /** Appends another statement's text and parameters. */
    Sql add(Sql other) {
        text.append(other.text);
        bound.addAll(other.bound);
        return this;
    }

    /** Prepares this on a connection and sets all parameters. */
    PreparedStatement on(Link link) throws SQLException {
        PreparedStatement statement = link.prepare(text.toString());
        for (int i = 0; i < bound.size(); i++) {
            bound.get(i).set(statement, i + 1);
        }
        return statement;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private record Bound<V>(Codec<V> codec, V value) {
        void set(PreparedStatement statement, int index) throws SQLException {
            codec.bind(statement, index, value);
        }
    }
}
