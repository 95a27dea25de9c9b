package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

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
        this.session = Objects.requireNonNull(session, "session");
        this.writer = Objects.requireNonNull(work, "work");
        this.headers = Objects.requireNonNull(headers, "headers");
    }

    /**
     * Reads a file to its end. A row that storage refuses is reported, the others go in.
     *
     * @param ignored headers that nothing is read from, for the report
     * @param dryRun whether to try everything in one transaction that is taken back in the end; the session can't be that of
     *     a transaction then, and the whole file is held in memory
     */
    public ImportReport run(CsvRowReader file, List<String> ignored, boolean dryRun) {
        CsvImportCounter outcome = dryRun ? runDry(file) : runInBatches(file);
        return outcome.report(ignored, file, dryRun);
    }

    private CsvImportCounter runInBatches(CsvRowReader file) {
        CsvImportCounter outcome = new CsvImportCounter();
        for (List<CsvRow> rows = file.next(BATCH_SIZE); !rows.isEmpty(); rows = file.next(BATCH_SIZE)) {
            outcome.add(store(rows));
        }
        return outcome;
    }

    private CsvImportCounter store(List<CsvRow> rows) {
        try {
            return session.inTransaction(transaction -> writer.store(transaction, rows));
        } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
            if (rows.size() == 1) {
                return rejected(rows.get(0), e);
            }
            int half = rows.size() / 2;
            return store(rows.subList(0, half)).add(store(rows.subList(half, rows.size())));
        }
    }

    /** Does the same in one transaction and takes it back; begins anew without a row that storage refuses. */
    private CsvImportCounter runDry(CsvRowReader file) {
        List<List<CsvRow>> parts = new ArrayList<>();
        for (List<CsvRow> rows = file.next(BATCH_SIZE); !rows.isEmpty(); rows = file.next(BATCH_SIZE)) {
            parts.add(rows);
        }
        CsvImportCounter refused = new CsvImportCounter();
        while (true) {
            int[] at = {0};
            try {
                session.runInTransaction(transaction -> {
                    CsvImportCounter outcome = new CsvImportCounter();
                    for (at[0] = 0; at[0] < parts.size(); at[0]++) {
                        outcome.add(writer.store(transaction, parts.get(at[0])));
                    }
                    throw new RollbackSignal(outcome);
                });
            } catch (RollbackSignal end) {
                return end.outcome.add(refused);
            } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
                List<CsvRow> part = parts.remove(at[0]);
                if (part.size() == 1) {
                    refused.add(rejected(part.get(0), e));
                } else {
                    int half = part.size() / 2;
                    parts.add(at[0], part.subList(half, part.size()));
                    parts.add(at[0], part.subList(0, half));
                }
            }
        }
    }

    private CsvImportCounter rejected(CsvRow row, ClienteleException why) {
        CsvImportCounter outcome = new CsvImportCounter();
        if (why instanceof InvalidException invalid) {
            outcome.addRejected(row, invalid.violations(), headers);
        } else {
            outcome.addRejected(List.of(new RowError(row.number(), "", String.valueOf(why.getMessage()))));
        }
        return outcome;
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
