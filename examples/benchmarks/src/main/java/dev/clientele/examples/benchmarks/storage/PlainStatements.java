package dev.clientele.examples.benchmarks.storage;

import dev.clientele.examples.benchmarks.account.AccountRow;
import dev.clientele.examples.benchmarks.account.AccountStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The statements of hand-written JDBC on one connection. */
final class PlainStatements {

    private static final String TENANT = ClienteleAccounts.TENANT.value();
    private static final String ACTOR = ClienteleAccounts.ACTOR.toString();
    private static final String COLUMNS =
            "name, name_folded, number, industry, country, city, status, owner, employees,"
                    + " revenue, revenue_currency, since, last_contact, body";
    private static final String SELECT = "select id, version, name, number, industry, country, city, status, owner,"
            + " employees, revenue, revenue_currency, since, last_contact, body from crm_account";

    /** A stored account. */
    record VersionedAccount(UUID id, long version, AccountRow row) {}

    private final Connection connection;
    private final PlainDialect dialect;
    private final ChangeJson changes = new ChangeJson();
    private final BodyJson bodies = new BodyJson("description");
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement insertChange;
    private final PreparedStatement insertSubject;
    private final PreparedStatement find;
    private final PreparedStatement firstPage;
    private final PreparedStatement nextPage;
    private final PreparedStatement sums;
    private final PreparedStatement scan;

    PlainStatements(Connection connection, PlainDialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        insert = connection.prepareStatement("insert into crm_account (tenant, id, version, " + COLUMNS
                + ") values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        update = connection.prepareStatement("update crm_account set version = version + 1, owner = ?, employees = ?,"
                + " last_contact = ? where tenant = ? and id = ? and version = ?");
        insertChange = connection.prepareStatement("insert into crm_change (tenant, " + dialect.placeColumns()
                + ", \"key\", occurred_at, subjects, record_type, action, actor, record_version, body) values (?, "
                + dialect.placeParameters() + ", ?, ?, ?, 'account', ?, ?, ?, ?)");
        insertSubject = connection.prepareStatement("insert into \"crm_change$subjects\" (tenant, "
                + dialect.placeColumns() + ", subject, occurred_at, \"key\") values (?, " + dialect.placeParameters()
                + ", ?, ?, ?)");
        find = connection.prepareStatement(SELECT + " where tenant = ? and id = ?");
        firstPage = connection.prepareStatement(SELECT + " where tenant = ? and owner = ? order by id limit 50");
        nextPage =
                connection.prepareStatement(SELECT + " where tenant = ? and owner = ? and id > ? order by id limit 50");
        sums = connection.prepareStatement("select industry, sum(employees), count(*) from crm_account"
                + " where tenant = ? group by industry order by industry");
        scan = connection.prepareStatement(SELECT + " where tenant = ? order by id");
        scan.setFetchSize(500);
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        dialect.begin();
    }

    void commit() throws SQLException {
        dialect.commit();
    }

    void rollback() throws SQLException {
        dialect.rollback();
    }

    void addAccount(UUID id, AccountRow row) throws SQLException {
        insert.setString(1, TENANT);
        dialect.setId(insert, 2, id);
        bind(insert, 3, row);
        insert.addBatch();
    }

    void writeAccounts() throws SQLException {
        insert.executeBatch();
    }

    /** Writes owner, employees and latest contact. */
    boolean update(UUID id, long version, AccountRow row) throws SQLException {
        update.setString(1, row.owner());
        update.setLong(2, row.employees());
        dialect.setInstant(update, 3, row.lastContact());
        update.setString(4, TENANT);
        dialect.setId(update, 5, id);
        update.setLong(6, version);
        return update.executeUpdate() == 1;
    }

    private void bind(PreparedStatement statement, int first, AccountRow row) throws SQLException {
        statement.setString(first, row.name());
        statement.setString(first + 1, row.name().toLowerCase(Locale.ROOT));
        statement.setString(first + 2, row.number());
        statement.setString(first + 3, row.industry());
        statement.setString(first + 4, row.country());
        statement.setString(first + 5, row.city());
        statement.setString(first + 6, row.status().name());
        statement.setString(first + 7, row.owner());
        statement.setLong(first + 8, row.employees());
        dialect.setAmount(statement, first + 9, row.revenue());
        statement.setString(first + 10, row.currency());
        dialect.setDate(statement, first + 11, row.since());
        dialect.setInstant(statement, first + 12, row.lastContact());
        statement.setString(first + 13, bodies.write(row.description()));
    }

    LogPosition lastPlace() throws SQLException {
        return dialect.lastPlace(TENANT);
    }

    void addChange(
            LogPosition place,
            UUID change,
            UUID account,
            Instant at,
            String action,
            long version,
            @Nullable AccountRow before,
            AccountRow after)
            throws SQLException {
        String key = change.toString();
        insertChange.setString(1, TENANT);
        int next = dialect.setPlace(insertChange, 2, place);
        insertChange.setString(next, key);
        dialect.setInstant(insertChange, next + 1, at);
        dialect.setSubjects(insertChange, next + 2, account);
        insertChange.setString(next + 3, action);
        insertChange.setString(next + 4, ACTOR);
        insertChange.setLong(next + 5, version);
        insertChange.setString(next + 6, changes.changed(before, after));
        insertChange.addBatch();
        insertSubject.setString(1, TENANT);
        next = dialect.setPlace(insertSubject, 2, place);
        dialect.setId(insertSubject, next, account);
        dialect.setInstant(insertSubject, next + 1, at);
        insertSubject.setString(next + 2, key);
        insertSubject.addBatch();
    }

    void writeChanges() throws SQLException {
        insertChange.executeBatch();
        insertSubject.executeBatch();
    }

    @Nullable
    VersionedAccount find(UUID id) throws SQLException {
        find.setString(1, TENANT);
        dialect.setId(find, 2, id);
        try (ResultSet rows = find.executeQuery()) {
            return rows.next() ? read(rows) : null;
        }
    }

    List<VersionedAccount> page(String owner, @Nullable UUID after) throws SQLException {
        PreparedStatement statement = after == null ? firstPage : nextPage;
        statement.setString(1, TENANT);
        statement.setString(2, owner);
        if (after != null) {
            dialect.setId(statement, 3, after);
        }
        List<VersionedAccount> page = new ArrayList<>(50);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                page.add(read(rows));
            }
        }
        return page;
    }

    PreparedStatement sums() throws SQLException {
        sums.setString(1, TENANT);
        return sums;
    }

    /** The sum of a figure over all accounts. */
    long scan(ToLongFunction<AccountRow> figure) throws SQLException {
        long sum = 0;
        dialect.begin(); // some drivers hold all rows in memory outside a transaction
        scan.setString(1, TENANT);
        try (ResultSet rows = scan.executeQuery()) {
            while (rows.next()) {
                sum += figure.applyAsLong(read(rows).row());
            }
        } finally {
            dialect.rollback();
        }
        return sum;
    }

    private VersionedAccount read(ResultSet row) throws SQLException {
        return new VersionedAccount(
                dialect.id(row, 1),
                row.getLong(2),
                new AccountRow(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        AccountStatus.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getLong(10),
                        dialect.amount(row, 11),
                        row.getString(12),
                        dialect.date(row, 13),
                        dialect.instant(row, 14),
                        bodies.read(row.getString(15))));
    }
}
