package dev.clientele.examples.benchmarks.selling;

import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The database of deals, which is filled once and found again by the next run with the same sizes. */
public final class SellingDatabase {

    /** Its name within the server. */
    public static final String NAME = "selling";

    private SellingDatabase() {}

    /** Fills it with so many accounts and deals, unless a note in the folder says that it has them. */
    public static void fill(PostgresDatabase database, Path folder, int accounts, int records, PrintWriter out)
            throws IOException, SQLException {
        Path note = folder.resolve("holds.txt");
        String holds = records + " deals of " + accounts + " accounts";
        if (Files.exists(note) && Files.readString(note).equals(holds)) {
            return;
        }
        long start = System.nanoTime();
        database.renew(NAME);
        try (Storage storage = database.open(NAME)) {
            DatabaseFiller.fill(storage, accounts, records);
        }
        try (Connection connection = database.connect(NAME)) {
            database.settle(connection);
        }
        Files.writeString(note, holds);
        out.println(String.format(Locale.ROOT, "filled in %.0f s", (System.nanoTime() - start) / 1e9));
        out.flush();
    }
}
