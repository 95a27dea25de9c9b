package dev.clientele.examples.benchmarks;

import dev.clientele.examples.benchmarks.scoring.ScoringCommand;
import dev.clientele.examples.benchmarks.scoring.StreamCommand;
import dev.clientele.examples.benchmarks.storage.StorageCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a benchmark by name. */
@Command(
        name = "benchmarks",
        description = "How fast the main paths are.",
        mixinStandardHelpOptions = true,
        subcommands = {StorageCommand.class, ScoringCommand.class, StreamCommand.class})
public final class Main {

    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
