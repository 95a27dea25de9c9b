package dev.clientele.examples.cli.tables;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.examples.cli.purchases.PurchaseCollector;
import dev.clientele.examples.cli.purchases.PurchaseOptions;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.DayConverter;
import dev.clientele.examples.cli.text.JsonOutput;
import dev.clientele.examples.cli.transactions.TransactionFile;
import dev.clientele.examples.cli.transactions.TransactionOptions;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that make tables of purchases. */
@SuppressWarnings("NullAway.Init") // mixins are there once the arguments are parsed
final class PurchaseBookOptions {

    @Mixin
    private TransactionOptions transactions;

    @Mixin
    private PurchaseOptions purchases;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            order = 15,
            converter = DayConverter.class,
            description = "the last day that counts, such as 2011-12-09; else the last day of the file")
    private @Nullable LocalDate until;

    @Option(names = "--json", order = 99, description = "give the result as JSON")
    private boolean json;

    /**
     * What was read.
     *
     * @param lastDay the last day of the data
     */
    record LoadedBook(PurchaseBook<String> book, LocalDate lastDay, RowCounts rows) {}

    /** Reads the file, which has amounts; there is at least one purchase in it. */
    LoadedBook load(CommandSpec spec) {
        return load(spec, transactions.file(spec));
    }

    /** Reads the file, with or without amounts; there is at least one purchase in it. */
    LoadedBook loadWithoutAmounts(CommandSpec spec) {
        return load(spec, transactions.file(spec, Optional.empty(), Optional.empty()));
    }

    private LoadedBook load(CommandSpec spec, TransactionFile file) {
        LocalDate end = until == null ? LocalDate.MAX : until;
        PurchaseCollector records = purchases.read(spec, file, end, false);
        PurchaseBook<String> book = records.book();
        if (book.buyers().isEmpty()) {
            throw new UnusableDataException("nobody bought anything" + (until == null ? "" : " until " + until));
        }
        LocalDate last = until == null ? records.lastDay().orElseThrow() : until;
        return new LoadedBook(book, last, records.counts());
    }

    TransactionOptions transactions() {
        return transactions;
    }

    PurchaseOptions purchases() {
        return purchases;
    }

    LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }

    /** Writes a result as was asked for. */
    int write(CommandSpec spec, Record result, Consumer<PrintWriter> words) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.write(result, out);
        } else {
            words.accept(out);
        }
        return 0;
    }

    /** Refuses an option's value. */
    static void require(CommandSpec spec, String option, boolean allowed, String what, Object value) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), option + " must be " + what + ", was " + value);
        }
    }
}
