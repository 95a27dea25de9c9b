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
public final class CsvStoring {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final Work work;
    private final UnaryOperator<String> headers;

    /** Stores rows in a transaction. */
    @FunctionalInterface
    public interface Work {

        /**
         * Stores what these rows say, as far as they break no rule by themselves; may be called again with some of them.
         *
         * @return what came of each
         * @throws ClienteleException if storage refuses any of it; what the call has done is taken back then
         */
        CsvOutcome store(CrmSession transaction, List<CsvRow> rows);
    }

    /**
     * By this work.
     *
     * @param session whose actor makes the changes
     * @param headers the header of the column that a field is read from, given the path of what is wrong with it; the path
     *     itself if there is none
     */
    public CsvStoring(CrmSession session, Work work, UnaryOperator<String> headers) {
        this.session = Objects.requireNonNull(session, "session");
        this.work = Objects.requireNonNull(work, "work");
        this.headers = Objects.requireNonNull(headers, "headers");
    }

    /**
     * Reads a file to its end. A row that storage refuses is reported, the others go in.
     *
     * @param ignored headers that nothing is read from, for the report
     * @param dryRun whether to try everything in one transaction that is taken back in the end; the session can't be that of
     *     a transaction then, and the whole file is held in memory
     */
    public ImportReport run(CsvRows file, List<String> ignored, boolean dryRun) {
        CsvOutcome outcome = dryRun ? tried(file) : done(file);
        return outcome.report(ignored, file, dryRun);
    }

    private CsvOutcome done(CsvRows file) {
        CsvOutcome outcome = new CsvOutcome();
        for (List<CsvRow> rows = file.next(BATCH); !rows.isEmpty(); rows = file.next(BATCH)) {
            outcome.plus(store(rows));
        }
        return outcome;
    }

    private CsvOutcome store(List<CsvRow> rows) {
        try {
            return session.inTransaction(transaction -> work.store(transaction, rows));
        } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
            if (rows.size() == 1) {
                return rejected(rows.get(0), e);
            }
            int half = rows.size() / 2;
            return store(rows.subList(0, half)).plus(store(rows.subList(half, rows.size())));
        }
    }

    /** Does the same in one transaction and takes it back; begins anew without a row that storage refuses. */
    private CsvOutcome tried(CsvRows file) {
        List<List<CsvRow>> parts = new ArrayList<>();
        for (List<CsvRow> rows = file.next(BATCH); !rows.isEmpty(); rows = file.next(BATCH)) {
            parts.add(rows);
        }
        CsvOutcome refused = new CsvOutcome();
        while (true) {
            int[] at = {0};
            try {
                session.runInTransaction(transaction -> {
                    CsvOutcome outcome = new CsvOutcome();
                    for (at[0] = 0; at[0] < parts.size(); at[0]++) {
                        outcome.plus(work.store(transaction, parts.get(at[0])));
                    }
                    throw new TakenBack(outcome);
                });
            } catch (TakenBack end) {
                return end.outcome.plus(refused);
            } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
                List<CsvRow> part = parts.remove(at[0]);
                if (part.size() == 1) {
                    refused.plus(rejected(part.get(0), e));
                } else {
                    int half = part.size() / 2;
                    parts.add(at[0], part.subList(half, part.size()));
                    parts.add(at[0], part.subList(0, half));
                }
            }
        }
    }

    private CsvOutcome rejected(CsvRow row, ClienteleException why) {
        CsvOutcome outcome = new CsvOutcome();
        if (why instanceof InvalidException invalid) {
            outcome.rejected(row, invalid.violations(), headers);
        } else {
            outcome.rejected(List.of(new RowError(row.number(), "", String.valueOf(why.getMessage()))));
        }
        return outcome;
    }

    /** Ends a transaction without committing it. */
    private static final class TakenBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this class
        private final CsvOutcome outcome;

        TakenBack(CsvOutcome outcome) {
            super("taken back", null, false, false);
            this.outcome = outcome;
        }
    }
}
