package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.tck.StorageOpener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that brings a database to the schema and writes transactions. It prints the number of each once its commit has
 * returned, and the exception that ends it, should one.
 */
final class NumberedProgram {

    static final String ENDED = "ended by ";

    private NumberedProgram() {}

    /** Takes the opener's class, the place, the first number and how many. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        StorageOpener opener = Class.forName(arguments[0])
                .asSubclass(StorageOpener.class)
                .getDeclaredConstructor()
                .newInstance();
        int first = Integer.parseInt(arguments[2]);
        int end = first + Integer.parseInt(arguments[3]);
        try (Storage storage = opener.open(arguments[1])) {
            storage.migration(Samples.SCHEMA).apply();
            for (int number = first; number < end; number++) {
                Numbered.write(storage, number);
                System.out.println(number);
            }
        } catch (StorageException e) {
            System.out.println(ENDED + e.getClass().getSimpleName());
        }
    }

    /** Starts the program, by way of a command that is put before Java's. */
    static Process start(List<String> before, Class<?> opener, String place, int first, int count) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NumberedProgram.class.getName(),
                opener.getName(),
                place,
                Integer.toString(first),
                Integer.toString(count)));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("the program could not be started", e);
        }
    }
}
