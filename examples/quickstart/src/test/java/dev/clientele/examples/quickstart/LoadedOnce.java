package dev.clientele.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database that the program has filled in one go, made once for all tests of a JVM, and what that run printed. */
public final class LoadedOnce {

    private static final LoadedOnce THE = new LoadedOnce();

    private final Path file;
    private final String report;

    private LoadedOnce() {
        try {
            Path folder = Files.createTempDirectory("quickstart");
            this.file = folder.resolve("loaded.db");
            Path printed = folder.resolve("report.txt");
            int code = Program.start(file, printed).finish();
            this.report = Files.readString(printed);
            Files.delete(printed);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            if (code != 0) {
                throw new IllegalStateException("the program ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The database file; only to be read. */
    public static Path file() {
        return THE.file;
    }

    /** What the run that filled it printed. */
    public static String report() {
        return THE.report;
    }
}
