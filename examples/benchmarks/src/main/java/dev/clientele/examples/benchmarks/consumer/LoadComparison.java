package dev.clientele.examples.benchmarks.consumer;

import dev.clientele.examples.benchmarks.race.RoundStatistics;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.PlainDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Persons loaded by the library and the same rows inserted by hand, by turns: each transaction of the one is followed by the
 * other's with its rows. Neither reading them nor what the databases do between is part of the time.
 */
final class LoadComparison {

    /** Stores so many persons from a number on in one transaction. */
    interface PersonLoader {
        void load(int from, int to);
    }

    private final String tenant;
    private final PersonLoader library;
    private final List<Double> share = new ArrayList<>();
    private final List<Double> processorShare = new ArrayList<>();
    private final List<Double> libraryRate = new ArrayList<>();
    private final List<Double> plainRate = new ArrayList<>();

    LoadComparison(String tenant, PersonLoader library) {
        this.tenant = tenant;
        this.library = library;
    }

    /**
     * Runs one round to warm up, which doesn't count, and then these.
     *
     * @param plainDatabase the name of the database with equal, empty tables
     * @param persons how many in a round
     * @return the number of the first person that isn't loaded
     */
    int run(
            BenchmarkDatabase database,
            String libraryDatabase,
            String plainDatabase,
            int rounds,
            int persons,
            int batch)
            throws SQLException {
        try (Connection from = database.connect(libraryDatabase);
                Connection into = database.connect(plainDatabase)) {
            PlainDialect dialect = database.dialect(into, "crm_change");
            String place = dialect.placeColumns().replace(",", " desc,") + " desc";
            try (RowCopy documents = new RowCopy(from, into, "crm_person", "id desc");
                    RowCopy changes = new RowCopy(from, into, "crm_change", place);
                    RowCopy subjects = new RowCopy(from, into, "\"crm_change$subjects\"", "subject desc")) {
                List<RowCopy> tables = List.of(documents, changes, subjects);
                int first = 0;
                for (int round = -1; round < rounds; round++) {
                    WorkTime own = WorkTime.NONE;
                    WorkTime plain = WorkTime.NONE;
                    int end = first + persons;
                    while (first < end) {
                        int start = first;
                        int next = Math.min(end, start + batch);
                        own = own.plus(WorkTime.of(() -> library.load(start, next)));
                        for (RowCopy table : tables) {
                            table.read(tenant, next - start);
                        }
                        plain = plain.plus(WorkTime.of(() -> insert(dialect, tables)));
                        first = next;
                    }
                    if (round >= 0) {
                        add(own, plain, persons);
                    }
                }
                return first;
            }
        }
    }

    private static void insert(PlainDialect dialect, List<RowCopy> tables) throws SQLException {
        dialect.begin();
        for (RowCopy table : tables) {
            table.insert();
        }
        dialect.commit();
    }

    private void add(WorkTime own, WorkTime plain, int persons) {
        share.add(plain.elapsedSeconds() / own.elapsedSeconds());
        processorShare.add(plain.processorSeconds() / own.processorSeconds());
        libraryRate.add(persons / own.elapsedSeconds());
        plainRate.add(persons / plain.elapsedSeconds());
    }

    /** Returns what came of it: medians, and of the shares the least and the greatest. */
    String report() {
        return String.format(
                Locale.ROOT,
                "%,.0f persons/s, hand-written inserts of the same rows %,.0f/s; share %s, of processor time %s",
                RoundStatistics.of(libraryRate).median(),
                RoundStatistics.of(plainRate).median(),
                range(share),
                range(processorShare));
    }

    private static String range(List<Double> figures) {
        RoundStatistics statistics = RoundStatistics.of(figures);
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", statistics.median(), statistics.min(), statistics.max());
    }
}
