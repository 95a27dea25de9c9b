package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Timeout;

/**
 * The common part of suites that run programs in processes of their own. An adapter takes part by extending {@link
 * CrashContract} and {@link StreamContract} and naming a {@link StorageOpener}; the command line that is run can be changed.
 */
@DisplayNameGeneration(RuleDisplayNames.class)
@Timeout(value = 60, unit = TimeUnit.MINUTES)
public abstract class ProcessSuite {

    /** Options for a program that is over before a Java machine has warmed up; one that knows no such option passes over it. */
    static final List<String> BRIEF =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Creates the suite; for subclasses. */
    ProcessSuite() {}

    /** Returns the class that opens storages, here and in the other process. */
    protected abstract Class<? extends StorageOpener> opener();

    /** Returns the name of a place where there is no database yet. */
    protected abstract String newPlace();

    /**
     * Returns the command line of a process that runs a program of the kit: this machine's Java with this class path.
     * Change it to run the program inside something else, or with other options.
     *
     * @param options options for the Java machine
     * @param program the program's main class
     * @param arguments its arguments
     */
    protected List<String> command(List<String> options, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /** Opens a storage at a place in this process. */
    final Storage open(String place) {
        return open(opener().getName(), place);
    }

    /** Opens a storage at a place by the name of the opener's class. */
    static Storage open(String opener, String place) {
        try {
            Object instance = Class.forName(opener).getDeclaredConstructor().newInstance();
            return ((StorageOpener) Objects.requireNonNull(instance)).open(place);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(opener + " has no public constructor without parameters", e);
        }
    }

    /** Starts a program of the kit on a place. */
    final Process start(Class<?> program, String place, List<String> options, String... more) {
        List<String> arguments = new ArrayList<>(List.of(opener().getName(), place));
        arguments.addAll(List.of(more));
        try {
            return new ProcessBuilder(command(options, program.getName(), arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("the program could not be started", e);
        }
    }
}
