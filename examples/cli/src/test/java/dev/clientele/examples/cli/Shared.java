package dev.clientele.examples.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real inputs, which lie beside the project and are not part of it. */
public final class Shared {

    private Shared() {}

    /** A file of the folder {@code data}; the test that asks for it is skipped where the folder is absent. */
    public static Path data(String file) {
        Path path = Path.of(System.getProperty("clientele.shared", "../../../shared"), "data", file);
        assumeTrue(Files.isRegularFile(path), () -> "skipped: the real input " + path + " is not there");
        return path;
    }
}
