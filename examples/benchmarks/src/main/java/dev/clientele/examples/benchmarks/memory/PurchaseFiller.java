package dev.clientele.examples.benchmarks.memory;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Fills a database with purchases: one is recorded through the library, and the database copies its rows, each at another time, under
 * another key and at another position.
 */
final class PurchaseFiller {

    static final String NAME = "purchases";

    private static final String LOG = "crm_purchase";
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private PurchaseFiller() {}

    static CrmSession session(Storage storage) {
        return Crm.on(storage).types(B2c.types()).build().session(TenantId.of("acme"), Actor.process("benchmark"));
    }

    static void fill(PostgresDatabase database, Path folder, int purchases) throws IOException, SQLException {
        Path note = folder.resolve("purchases.txt");
        if (Files.exists(note) && Files.readString(note).equals(Integer.toString(purchases))) {
            return;
        }
        database.renew(NAME);
        try (Storage storage = database.open(NAME)) {
            B2c b2c = B2c.in(session(storage));
            Person person = b2c.persons().add(Person.named(PersonName.of("Ana", "Prim")));
            b2c.purchases().record(Purchase.of("shop", "0", person, Money.of(CurrencyUnit.EUR, 25), FIRST));
        }
        try (Connection connection = database.connect(NAME);
                Statement statement = connection.createStatement()) {
            String subjects = subjects(statement);
            copy(statement, LOG, purchases - 1);
            copy(statement, subjects, purchases - 1);
            database.settle(connection);
        }
        Files.writeString(note, Integer.toString(purchases));
    }

    /** Returns the table that lists entries by subject. */
    private static String subjects(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select table_name from information_schema.columns where table_name like '" + LOG
                        + "%' and column_name = 'subject'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Copies the only row of a table: entries and the list of their subjects get the same keys, times and positions. */
    private static void copy(Statement statement, String table, int times) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select column_name from information_schema.columns where table_name = '" + table + "'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        List<String> values = columns.stream().map(PurchaseFiller::value).toList();
        statement.execute("insert into \"" + table + "\" (\"" + String.join("\", \"", columns)
                + "\") overriding system value select " + String.join(", ", values) + " from \"" + table
                + "\" t cross join generate_series(1, " + times + ") n");
    }

    private static String value(String column) {
        return switch (column) {
            case "key" -> "'shop:' || n";
            case "occurred_at" -> "t.\"occurred_at\" + n * interval '15 seconds'";
            case "position" -> "t.\"position\" + n";
            case "amount" -> "t.\"amount\" + n % 400";
            default -> "t.\"" + column + "\"";
        };
    }
}
