package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file through work that stores them, by hundreds, each hundred in a transaction of its own, and finds the
 * rows on whose account storage refuses some by halving them. For imports whose rows say more than the values of fields.
 * Immutable; as thread-safe as its work.
 */
public final class CsvBatchProcessor {

    private static final int BATCH_SIZE = 500;

    private final CrmSession session;
    private final RowWriter writer;
    private final UnaryOperator<String> headers;
    private final Function<CsvRow, RowLinks> links;
    private final Consumer<RejectedRow> rejects;

    /** Stores rows in a transaction. */
    @FunctionalInterface
    public interface RowWriter {

        /**
         * Stores what these rows say, as far as they break no rule by themselves; may be called again with some of them.
         *
         * @return what came of each
         * @throws ClienteleException if storage refuses any of it; what the call has done is taken back then
         */
        CsvImportCounter store(CrmSession transaction, List<CsvRow> rows);
    }

    /**
     * By this work.
     *
     * @param session whose actor makes the changes
     * @param headers the header of the column that a field is read from, given the path of what is wrong with it; the path
     *     itself if there is none
     */
    public CsvBatchProcessor(CrmSession session, RowWriter work, UnaryOperator<String> headers) {
        this(session, work, headers, row -> RowLinks.NONE, row -> {});
    }

    private CsvBatchProcessor(
            CrmSession session,
            RowWriter work,
            UnaryOperator<String> headers,
            Function<CsvRow, RowLinks> links,
            Consumer<RejectedRow> rejects) {
        this.session = Objects.requireNonNull(session, "session");
        this.writer = Objects.requireNonNull(work, "work");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.links = Objects.requireNonNull(links, "links");
        this.rejects = Objects.requireNonNull(rejects, "rejects");
    }

    /** Returns the same, which in a dry run tries each row together with the earlier ones that it rests on by these links. */
    public CsvBatchProcessor withLinks(Function<CsvRow, RowLinks> rowLinks) {
        return new CsvBatchProcessor(session, writer, headers, rowLinks, rejects);
    }

    /** Returns the same, which gives each row that is kept out to this, in the order of batches. */
    public CsvBatchProcessor withRejectedRows(Consumer<RejectedRow> sink) {
        return new CsvBatchProcessor(session, writer, headers, links, sink);
    }

    /**
     * Reads a file to its end. A row that storage refuses is reported, the others go in.
     *
     * @param ignored headers that nothing is read from, for the report
     * @param dryRun whether to take each batch back after it was tried; the session can't be that of a transaction then
     */
    public ImportReport run(CsvRowReader file, List<String> ignored, boolean dryRun) {
        CsvImportCounter outcome = new CsvImportCounter();
        file.rejectTo(rejects);
        try (EarlierRows earlier = new EarlierRows(links)) {
            for (List<CsvRow> rows = file.next(BATCH_SIZE); !rows.isEmpty(); rows = file.next(BATCH_SIZE)) {
                store(rows, file.header(), dryRun ? earlier : null, outcome);
            }
        }
        return outcome.report(ignored, file, dryRun);
    }

    /**
     * Stores rows, or tries it.
     *
     * @param earlier the rows that were tried before; null if rows are to stay
     */
    private void store(List<CsvRow> rows, CsvHeader header, @Nullable EarlierRows earlier, CsvImportCounter total) {
        CsvImportCounter outcome;
        try {
            outcome = earlier == null
                    ? session.inTransaction(transaction -> writer.store(transaction, rows))
                    : tryOut(rows, earlier.basesOf(rows));
        } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
            if (rows.size() > 1) {
                int half = rows.size() / 2;
                store(rows.subList(0, half), header, earlier, total);
                store(rows.subList(half, rows.size()), header, earlier, total);
                return;
            }
            outcome = rejected(rows.get(0), e);
        }
        Map<Long, List<RowError>> rejected = outcome.errorsByRow();
        for (CsvRow row : rows) {
            List<RowError> errors = rejected.get(row.number());
            if (errors != null) {
                rejects.accept(new RejectedRow(header, row, errors));
            } else if (earlier != null) {
                earlier.add(row);
            }
        }
        total.add(outcome);
    }

    /** Stores rows after those that they rest on, and takes all of it back. */
    private CsvImportCounter tryOut(List<CsvRow> rows, List<CsvRow> bases) {
        try {
            session.runInTransaction(transaction -> {
                if (!bases.isEmpty()) {
                    writer.store(transaction, bases);
                }
                throw new RollbackSignal(writer.store(transaction, rows));
            });
        } catch (RollbackSignal end) {
            return end.outcome;
        }
        throw new AssertionError("nothing ended the transaction");
    }

    private CsvImportCounter rejected(CsvRow row, ClienteleException why) {
        CsvImportCounter outcome = new CsvImportCounter();
        if (why instanceof InvalidException invalid) {
            outcome.addRejected(row, invalid.violations(), headers);
        } else {
            outcome.addRejected(List.of(RowError.of(row.number(), "", refusal(why))));
        }
        return outcome;
    }

    private static Violation refusal(ClienteleException why) {
        String reason = String.valueOf(why.getMessage());
        if (why instanceof DuplicateException duplicate) {
            return new Violation("", ViolationCode.DUPLICATE, reason)
                    .with("type", duplicate.type())
                    .with("key", duplicate.key());
        } else if (why instanceof DeniedException denied) {
            return new Violation("", ViolationCode.DENIED, reason).with("type", denied.type());
        } else if (why instanceof NotFoundException missing) {
            return new Violation("", ViolationCode.NO_SUCH_RECORD, reason).with("type", missing.type());
        }
        return new Violation("", reason);
    }

    /** Ends a transaction without committing it. */
    private static final class RollbackSignal extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this class
        private final CsvImportCounter outcome;

        RollbackSignal(CsvImportCounter outcome) {
            super("taken back", null, false, false);
            this.outcome = outcome;
        }
    }
}
