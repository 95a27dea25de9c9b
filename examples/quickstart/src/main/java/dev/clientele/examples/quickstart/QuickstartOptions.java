package dev.clientele.examples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param file the database file
 * @param fresh whether to delete it first
 */
record QuickstartOptions(Path file, boolean fresh) {

    static final String USAGE = """
            Options:
              --file PATH   the database file; by default quickstart.db in the module's target folder
              --fresh       delete the file first and load everything anew
              --help        show this""";

    /** Where the file is if nothing else is said: Maven sets the property. */
    private static final String FILE_PROPERTY = "clientele.quickstart.file";

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if one is unknown or lacks its value
     */
    static QuickstartOptions parse(List<String> arguments) {
        Path file = Path.of(System.getProperty(FILE_PROPERTY, "target/quickstart.db"));
        boolean fresh = false;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--file" -> {
                    if (!left.hasNext()) {
                        throw new IllegalArgumentException("--file must be followed by a path");
                    }
                    file = path(left.next());
                }
                default -> throw new IllegalArgumentException("unknown option " + argument);
            }
        }
        return new QuickstartOptions(file.toAbsolutePath().normalize(), fresh);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--file must be followed by a path", e);
        }
    }
}
