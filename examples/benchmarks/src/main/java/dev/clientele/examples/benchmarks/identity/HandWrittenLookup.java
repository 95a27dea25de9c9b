package dev.clientele.examples.benchmarks.identity;

import dev.clientele.examples.benchmarks.storage.PlainDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that a program would do by hand: look a person up by e-mail address, and insert a row either way. */
final class HandWrittenLookup {

    private final Connection connection;
    private final PlainDialect dialect;

    HandWrittenLookup(Connection connection, PlainDialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        dialect.begin();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table plain_person (id bigint primary key, email varchar(200) unique)");
            statement.execute("create table plain_record (person bigint not null, email varchar(200) not null)");
        }
        dialect.commit();
    }

    void load(int persons) throws SQLException {
        dialect.begin();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plain_person (id, email) values (?, ?)")) {
            for (int i = 0; i < persons; i++) {
                insert.setLong(1, i);
                insert.setString(2, ShopperGenerator.email(i));
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                    dialect.commit();
                    dialect.begin();
                }
            }
            insert.executeBatch();
        }
        dialect.commit();
    }

    void identify(String email) throws SQLException {
        dialect.begin();
        long person = find(email);
        if (person < 0) {
            person = Integer.parseInt(email.substring(email.indexOf('.') + 1, email.indexOf('@')));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into plain_person (id, email) values (?, ?)")) {
                insert.setLong(1, person);
                insert.setString(2, email);
                insert.executeUpdate();
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plain_record (person, email) values (?, ?)")) {
            insert.setLong(1, person);
            insert.setString(2, email);
            insert.executeUpdate();
        }
        dialect.commit();
    }

    private long find(String email) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from plain_person where email = ?")) {
            select.setString(1, email);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : -1;
            }
        }
    }
}
