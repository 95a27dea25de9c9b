package dev.clientele.examples.benchmarks.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.clientele.examples.benchmarks.account.AccountRow;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By hand: JDBC that somebody wrote for these very tables and nothing else. One connection, prepared statements kept, writing
 * in batches, reading outside transactions, no checks of its own.
 */
public final class PlainAccounts implements AccountStore {

    static final String NAME = "hand-written JDBC";

    private final BenchmarkDatabase database;
    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator(new SecureRandom());
    private final List<UUID> ids = new ArrayList<>();
    private @Nullable PlainStatements statements;

    /** In a database of its own of this product. */
    public PlainAccounts(BenchmarkDatabase database) {
        this.database = database;
    }

    @Override
    public void empty() {
        close();
        database.renew(NAME);
        DatabaseSetup.createTables(database, NAME);
        try {
            Connection connection = database.connect(NAME);
            statements = new PlainStatements(connection, database.dialect(connection, "crm_change"));
        } catch (SQLException e) {
            throw failed(e);
        }
        ids.clear();
    }

    private PlainStatements sql() {
        if (statements == null) {
            throw new IllegalStateException("empty() comes first");
        }
        return statements;
    }

    @Override
    public void load(List<AccountRow> rows) {
        PlainStatements sql = sql();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try {
            sql.begin();
            try {
                LogPosition place = sql.lastPlace();
                for (AccountRow row : rows) {
                    UUID id = generator.generate();
                    ids.add(id);
                    sql.addAccount(id, row);
                    place = place.next();
                    sql.addChange(place, generator.generate(), id, now, "ADDED", 1, null, row);
                }
                sql.writeAccounts();
                sql.writeChanges();
                sql.commit();
            } catch (SQLException e) {
                sql.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void settle() {
        DatabaseSetup.settle(database, NAME);
    }

    @Override
    public long find(int account) {
        try {
            PlainStatements.VersionedAccount found = sql().find(ids.get(account));
            if (found == null) {
                throw new IllegalStateException("no account " + account);
            }
            return figure(found.row());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static long figure(AccountRow row) {
        return AccountStore.figure(row.name(), row.owner(), row.employees(), row.description());
    }

    @Override
    public long twoPages(String owner) {
        try {
            List<PlainStatements.VersionedAccount> first = sql().page(owner, null);
            List<PlainStatements.VersionedAccount> second = first.size() < 50
                    ? List.of()
                    : sql().page(owner, first.get(first.size() - 1).id());
            long figure = 0;
            for (PlainStatements.VersionedAccount account : first) {
                figure += figure(account.row());
            }
            for (PlainStatements.VersionedAccount account : second) {
                figure += figure(account.row());
            }
            return figure;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void change(int account, String owner) {
        PlainStatements sql = sql();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = ids.get(account);
        try {
            sql.begin();
            try {
                PlainStatements.VersionedAccount found = sql.find(id);
                if (found == null) {
                    throw new IllegalStateException("no account " + account);
                }
                AccountRow before = found.row();
                AccountRow after = new AccountRow(
                        before.name(),
                        before.number(),
                        before.industry(),
                        before.country(),
                        before.city(),
                        before.status(),
                        owner,
                        before.employees() + 1,
                        before.revenue(),
                        before.currency(),
                        before.since(),
                        now,
                        before.description());
                if (!sql.update(id, found.version(), after)) {
                    throw new IllegalStateException("account " + account + " was changed meanwhile");
                }
                LogPosition place = sql.lastPlace().next();
                sql.addChange(place, generator.generate(), id, now, "SAVED", found.version() + 1, before, after);
                sql.writeChanges();
                sql.commit();
            } catch (SQLException e) {
                sql.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long sums() {
        try {
            PreparedStatement statement = sql().sums();
            long figure = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    figure += AccountStore.figure(rows.getString(1), rows.getLong(2), rows.getLong(3));
                }
            }
            return figure;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long scan() {
        PlainStatements sql = sql();
        try {
            return sql.scan(row -> figure(row));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("hand-written JDBC failed", e);
    }

    @Override
    public void close() {
        if (statements != null) {
            try (Connection connection = statements.connection()) {
                statements = null;
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    @Override
    public String toString() {
        return NAME;
    }
}
