package dev.clientele.examples.benchmarks.imports;

import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvText;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.examples.benchmarks.imports.Turns.Turn;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A file tried, imported and, as records that are there already, stored by the plain API: three databases, and piece by piece by
 * turns. Reading and checking the file is part of the time of the first two and not of the third.
 */
final class ImportComparison {

    /** As many to a transaction as an import has. */
    private static final int BATCH = 500;

    private final ImportedFile file;
    private final int rows;
    private final int piece;

    ImportComparison(ImportedFile file, int rows, int piece) {
        this.file = file;
        this.rows = rows;
        this.piece = piece;
    }

    /** Runs all three to their ends and returns a row of the table. */
    String run(Path text, CrmSession trying, CrmSession importing, CrmSession plain) {
        List.of(trying, importing, plain).forEach(file::prepare);
        List<ImportReport> reports = new ArrayList<>();
        Turns turns = new Turns();
        Turn dry = turns.join();
        Turn real = turns.join();
        Turn direct = turns.join();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CompletableFuture<Void> tried = start(threads, dry, turn -> reports.add(read(text, trying, turn, true)));
            CompletableFuture<Void> imported =
                    start(threads, real, turn -> reports.add(read(text, importing, turn, false)));
            CompletableFuture<Void> stored = start(threads, direct, turn -> store(plain, turn));
            CompletableFuture.allOf(tried, imported, stored).join();
        } finally {
            threads.shutdown();
        }
        long bad = rows / ImportedFile.BAD;
        reports.forEach(report -> require(report.added() == rows - bad && report.rejected() == bad, report.toString()));
        require(file.count(trying) == 0, "the dry run stored something");
        require(file.count(importing) == rows - bad && file.count(plain) == rows - bad, "records are missing");
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,.0f | %,.0f | **%.2f** | %,.0f | **%.2f** |",
                file.rows(),
                rows,
                bad,
                rows / direct.seconds(),
                rows / real.seconds(),
                real.seconds() / direct.seconds(),
                rows / dry.seconds(),
                dry.seconds() / real.seconds());
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static CompletableFuture<Void> start(ExecutorService threads, Turn turn, Consumer<Turn> work) {
        return CompletableFuture.runAsync(
                () -> {
                    turn.begin();
                    try {
                        work.accept(turn);
                    } finally {
                        turn.end();
                    }
                },
                threads);
    }

    private ImportReport read(Path text, CrmSession session, Turn turn, boolean dry) {
        try (Reader in = new TurnReader(CsvText.open(Files.newInputStream(text)), turn, piece)) {
            return file.run(session, in, dry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(CrmSession session, Turn turn) {
        List<Integer> batch = new ArrayList<>();
        for (int number = 0; number < rows; number++) {
            if (!file.isBad(number)) {
                batch.add(number);
            }
            if (batch.size() == BATCH) {
                file.store(session, batch);
                batch.clear();
            }
            if (number % piece == piece - 1) {
                turn.pass();
            }
        }
        file.store(session, batch);
    }
}
