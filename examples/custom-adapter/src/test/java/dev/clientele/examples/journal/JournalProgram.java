package dev.clientele.examples.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What another process does with a journal. */
final class JournalProgram {

    private JournalProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try (Storage storage = JournalStorage.open(file, Duration.ZERO)) {
            storage.migration(Notes.SCHEMA).apply();
            System.out.println("open");
            switch (arguments[0]) {
                case "hold" -> System.in.read();
                case "fill" -> System.out.println(fill(storage));
                default -> {}
            }
        } catch (StorageUnavailableException e) {
            System.out.println("unavailable");
        }
    }

    /** Writes until the disk takes no more, then one that is small. */
    private static String fill(Storage storage) {
        for (int number = 1; ; number++) {
            try {
                Notes.add(storage, number, "x".repeat(20_000));
            } catch (StorageUnavailableException e) {
                Notes.add(storage, number, "small");
                return number - 1 + " and a small one";
            }
        }
    }

    /** The command line that runs this with these arguments. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                JournalProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
