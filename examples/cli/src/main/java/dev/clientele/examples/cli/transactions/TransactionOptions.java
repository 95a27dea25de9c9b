package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options that say which file of transactions to read and how; for commands to mix in. */
@SuppressWarnings("NullAway.Init") // what is required is there once the arguments are parsed
public final class TransactionOptions {

    @Option(
            names = "--transactions",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "the file of transactions, a row each; may be compressed by gzip")
    private Path file;

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            order = 2,
            converter = DelimiterConverter.class,
            description =
                    "what divides the columns; a blank is any run of white space, \\t a tab; else what the first lines show")
    private @Nullable Delimiter delimiter;

    @Option(names = "--no-header", order = 3, description = "the first row is data; columns are given by position")
    private boolean noHeader;

    @Option(
            names = "--customer",
            paramLabel = "COL",
            required = true,
            order = 4,
            converter = ColumnConverter.class,
            description = "the customer's column: its header, or its position from 1")
    private ColumnReference customer;

    @Option(
            names = "--date",
            paramLabel = "COL",
            required = true,
            order = 5,
            converter = ColumnConverter.class,
            description = "the date's column")
    private ColumnReference date;

    @Option(
            names = "--amount",
            paramLabel = "COL",
            order = 6,
            converter = ColumnConverter.class,
            description = "the amount's column, required but for funnel and basket; an amount below 0 is a refund")
    private @Nullable ColumnReference amount;

    @Option(
            names = "--quantity",
            paramLabel = "COL",
            order = 7,
            converter = ColumnConverter.class,
            description = "a column to multiply the amount with, if that is the price of a piece")
    private @Nullable ColumnReference quantity;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            order = 8,
            converter = DayFormatConverter.class,
            description =
                    "how dates are written, such as yyyyMMdd or d.M.yyyy HH:mm; else 2026-01-31, with or without a time")
    private @Nullable DayFormat dayFormat;

    @Option(names = "--decimal-comma", order = 9, description = "amounts are written like 1.234,50")
    private boolean decimalComma;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            order = 9,
            description =
                    "how characters are written, such as ISO-8859-1; else UTF-8, UTF-16 or Windows-1252 as the bytes show")
    private @Nullable Charset charset;

    /**
     * The file that was given, with amounts.
     *
     * @throws ParameterException if there is none, or the options don't go together
     */
    public TransactionFile file(CommandSpec command) {
        if (amount == null) {
            throw new ParameterException(command.commandLine(), "Missing required option: '--amount=COL'");
        }
        return file(command, Optional.empty(), Optional.empty());
    }

    /**
     * The file that was given, with or without amounts.
     *
     * @param basket a column that says which rows were bought together, if that is asked for
     * @param item a column that says what was bought, if that is asked for
     * @throws ParameterException if there is none, or the options don't go together
     */
    public TransactionFile file(CommandSpec command, Optional<ColumnReference> basket, Optional<ColumnReference> item) {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new ParameterException(command.commandLine(), "There is no file " + file);
        }
        try {
            return new TransactionFile(
                    file,
                    charset,
                    new TransactionLayout(
                            delimiter == null ? Delimiter.detected() : delimiter,
                            !noHeader,
                            customer,
                            date,
                            Optional.ofNullable(amount),
                            Optional.ofNullable(quantity),
                            basket,
                            item,
                            dayFormat == null ? DayFormat.iso() : dayFormat,
                            decimalComma ? AmountFormat.decimalComma() : AmountFormat.decimalPoint()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private static final class DelimiterConverter implements ITypeConverter<Delimiter> {
        @Override
        public Delimiter convert(String text) {
            return converted(() -> Delimiter.parse(text));
        }
    }

    /** Of a column's header or position. */
    public static final class ColumnConverter implements ITypeConverter<ColumnReference> {
        @Override
        public ColumnReference convert(String text) {
            return converted(() -> new ColumnReference(text));
        }
    }

    private static final class DayFormatConverter implements ITypeConverter<DayFormat> {
        @Override
        public DayFormat convert(String text) {
            return converted(() -> DayFormat.of(text));
        }
    }

    private static <T> T converted(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
