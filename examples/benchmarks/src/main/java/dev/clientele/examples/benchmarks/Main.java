package dev.clientele.examples.benchmarks;

import dev.clientele.examples.benchmarks.append.AppendCommand;
import dev.clientele.examples.benchmarks.append.AppendOnceCommand;
import dev.clientele.examples.benchmarks.consumer.ConsumersCommand;
import dev.clientele.examples.benchmarks.consumer.PurchasePagesCommand;
import dev.clientele.examples.benchmarks.identity.IdentityCommand;
import dev.clientele.examples.benchmarks.identity.IdentityIndexCommand;
import dev.clientele.examples.benchmarks.imports.ImportsCommand;
import dev.clientele.examples.benchmarks.linkage.LinkageCommand;
import dev.clientele.examples.benchmarks.memory.MemoryCommand;
import dev.clientele.examples.benchmarks.scoring.FamilyChoiceCommand;
import dev.clientele.examples.benchmarks.scoring.IntervalCoverageCommand;
import dev.clientele.examples.benchmarks.scoring.ScoringCommand;
import dev.clientele.examples.benchmarks.scoring.StreamCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a benchmark by name. */
@Command(
        name = "benchmarks",
        description = "How fast the main paths are.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StorageCommand.class,
            AppendCommand.class,
            AppendOnceCommand.class,
            SellingCommand.class,
            DealMovesCommand.class,
            MemoryCommand.class,
            ImportsCommand.class,
            LinkageCommand.class,
            ScoringCommand.class,
            StreamCommand.class,
            FamilyChoiceCommand.class,
            IntervalCoverageCommand.class,
            ConsumersCommand.class,
            IdentityCommand.class,
            PurchasePagesCommand.class,
            IdentityIndexCommand.class,
            SchemaCommand.class
        })
public final class Main {

    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j"); // Hibernate's messages where all others go
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        return new CommandLine(new Main());
    }
}
