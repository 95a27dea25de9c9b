package dev.clientele.examples.cli;

import dev.clientele.examples.cli.clv.ClvCommand;
import dev.clientele.examples.cli.identity.IdentityCommand;
import dev.clientele.examples.cli.pipeline.PipelineCommand;
import dev.clientele.examples.cli.tables.BasketCommand;
import dev.clientele.examples.cli.tables.CohortsCommand;
import dev.clientele.examples.cli.tables.FunnelCommand;
import dev.clientele.examples.cli.tables.RfmCommand;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import dev.clientele.examples.cli.winning.WinProbabilityCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code clientele}. */
@Command(
        name = "clientele",
        description = "What your customers do and what they are worth, from your own files.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ClvCommand.class,
            FunnelCommand.class,
            CohortsCommand.class,
            RfmCommand.class,
            BasketCommand.class,
            PipelineCommand.class,
            WinProbabilityCommand.class,
            IdentityCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:there is a result", "1:the data cannot give one", "2:the arguments are wrong"})
public final class Main implements Runnable {

    /** The exit code if the data cannot give a result. */
    public static final int UNUSABLE_DATA = 1;

    /** The exit code if the arguments are wrong. */
    public static final int WRONG_ARGUMENTS = 2;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command that the arguments name and ends the virtual machine with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Runs the command that the arguments name; both writers are flushed.
     *
     * @param out for the result
     * @param err for all else
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine program = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((wrong, given) -> wrongArguments(wrong))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
        try {
            return program.execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int wrongArguments(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what can be given.");
        return WRONG_ARGUMENTS;
    }

    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof UnusableDataException) {
            command.getErr().println(failure.getMessage());
            return UNUSABLE_DATA;
        }
        throw failure;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command is missing");
        }
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"clientele " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
