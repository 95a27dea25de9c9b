package dev.clientele.examples.benchmarks.storage;

import dev.clientele.core.Crm;
import dev.clientele.examples.benchmarks.account.BenchmarkAccount;
import dev.clientele.persistence.Storage;
import java.sql.Connection;
import java.sql.SQLException;

/** What contenders do to their databases outside the race. */
final class DatabaseSetup {

    private DatabaseSetup() {}

    /** Creates the tables, keys and indexes that this library keeps accounts in. */
    static void createTables(BenchmarkDatabase database, String contender) {
        try (Storage storage = database.open(contender)) {
            Crm.on(storage).type(BenchmarkAccount.TYPE).build();
        }
    }

    static void settle(BenchmarkDatabase database, String contender) {
        try (Connection connection = database.connect(contender)) {
            database.settle(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of " + contender + " didn't settle", e);
        }
    }
}
