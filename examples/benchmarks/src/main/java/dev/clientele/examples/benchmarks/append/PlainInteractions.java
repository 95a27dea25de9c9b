package dev.clientele.examples.benchmarks.append;

import dev.clientele.core.Crm;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.BodyJson;
import dev.clientele.examples.benchmarks.storage.LogPosition;
import dev.clientele.examples.benchmarks.storage.PlainDialect;
import dev.clientele.persistence.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** By hand: the same rows in the same tables, in batches of prepared statements. */
final class PlainInteractions implements InteractionLog {

    static final String NAME = "hand-written JDBC";

    private static final String TENANT = "acme";
    private static final String ACTOR = "user:alice";

    private final BodyJson json = new BodyJson("content");
    private final Connection connection;
    private final PlainDialect dialect;
    private final PreparedStatement insert;
    private final PreparedStatement insertSubject;
    private final PreparedStatement scan;

    PlainInteractions(BenchmarkDatabase database) {
        database.renew(NAME);
        try (Storage storage = database.open(NAME)) {
            Crm.on(storage).build();
        }
        try {
            connection = database.connect(NAME);
            dialect = database.dialect(connection, "crm_interaction");
            insert = connection.prepareStatement("insert into crm_interaction (tenant, " + dialect.placeColumns()
                    + ", \"key\", occurred_at, subjects, recorded_at, recorded_by, channel, direction, title, body)"
                    + " values (?, " + dialect.placeParameters() + ", ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (tenant, \"key\") do nothing");
            insertSubject = connection.prepareStatement("insert into \"crm_interaction$subjects\" (tenant, "
                    + dialect.placeColumns() + ", subject, occurred_at, \"key\") values (?, "
                    + dialect.placeParameters() + ", ?, ?, ?)");
            scan = connection.prepareStatement("select title, body from crm_interaction where tenant = ?"
                    + " order by occurred_at desc, \"key\" desc");
            scan.setFetchSize(500);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The keys are known to be new, so that nobody has to look at what was left out. */
    @Override
    public void append(List<InteractionRow> rows) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try {
            dialect.begin();
            try {
                LogPosition place = dialect.lastPlace(TENANT);
                for (InteractionRow row : rows) {
                    place = place.next();
                    add(row, place, now);
                }
                insert.executeBatch();
                insertSubject.executeBatch();
                dialect.commit();
            } catch (SQLException e) {
                dialect.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void add(InteractionRow row, LogPosition place, Instant now) throws SQLException {
        String key = "mailbox:" + row.externalId();
        insert.setString(1, TENANT);
        int next = dialect.setPlace(insert, 2, place);
        insert.setString(next, key);
        dialect.setInstant(insert, next + 1, row.occurredAt());
        dialect.setSubjects(insert, next + 2, row.account());
        dialect.setInstant(insert, next + 3, now);
        insert.setString(next + 4, ACTOR);
        insert.setString(next + 5, row.channel());
        insert.setString(next + 6, row.direction());
        insert.setString(next + 7, row.title());
        insert.setString(next + 8, json.write(row.content()));
        insert.addBatch();
        insertSubject.setString(1, TENANT);
        next = dialect.setPlace(insertSubject, 2, place);
        dialect.setId(insertSubject, next, row.account());
        dialect.setInstant(insertSubject, next + 1, row.occurredAt());
        insertSubject.setString(next + 2, key);
        insertSubject.addBatch();
    }

    @Override
    public long scan() {
        try {
            dialect.begin();
            try {
                scan.setString(1, TENANT);
                long sum = 0;
                try (ResultSet rows = scan.executeQuery()) {
                    while (rows.next()) {
                        sum += rows.getString(1).length()
                                + json.read(rows.getString(2)).length();
                    }
                }
                return sum;
            } finally {
                dialect.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("hand-written JDBC failed", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
