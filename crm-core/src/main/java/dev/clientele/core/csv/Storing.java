package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts rows through batches, and finds the rows on whose account storage refuses a batch by halving it. */
final class Storing<T extends Entity<T>> {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final Layout<T> layout;
    private final Function<CrmSession, Batch<T>> batches;

    Storing(CrmSession session, Layout<T> layout, Function<CrmSession, Batch<T>> batches) {
        this.session = session;
        this.layout = layout;
        this.batches = batches;
    }

    /** Stores all that can be, batch by batch. */
    Outcome done(Rows file) {
        Outcome outcome = new Outcome();
        for (List<Row> rows = file.next(BATCH); !rows.isEmpty(); rows = file.next(BATCH)) {
            outcome.plus(store(rows));
        }
        return outcome;
    }

    private Outcome store(List<Row> rows) {
        try {
            return session.inTransaction(
                    transaction -> batches.apply(transaction).run(rows));
        } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
            if (rows.size() == 1) {
                return rejected(rows.get(0), e);
            }
            int half = rows.size() / 2;
            return store(rows.subList(0, half)).plus(store(rows.subList(half, rows.size())));
        }
    }

    /** Does the same in one transaction and takes it back; begins anew without a row that storage refuses. */
    Outcome tried(Rows file) {
        List<List<Row>> parts = new ArrayList<>();
        for (List<Row> rows = file.next(BATCH); !rows.isEmpty(); rows = file.next(BATCH)) {
            parts.add(rows);
        }
        Outcome refused = new Outcome();
        while (true) {
            int[] at = {0};
            try {
                session.runInTransaction(transaction -> {
                    Outcome outcome = new Outcome();
                    for (at[0] = 0; at[0] < parts.size(); at[0]++) {
                        outcome.plus(batches.apply(transaction).run(parts.get(at[0])));
                    }
                    throw new TakenBack(outcome);
                });
            } catch (TakenBack end) {
                return end.outcome.plus(refused);
            } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
                List<Row> part = parts.remove(at[0]);
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

    private Outcome rejected(Row row, ClienteleException why) {
        Outcome outcome = new Outcome();
        outcome.rejected(
                why instanceof InvalidException invalid
                        ? layout.errors(row, invalid.violations())
                        : List.of(new RowError(row.number(), "", String.valueOf(why.getMessage()))));
        return outcome;
    }

    /** Ends a transaction without committing it. */
    private static final class TakenBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this class
        private final Outcome outcome;

        TakenBack(Outcome outcome) {
            super("taken back", null, false, false);
            this.outcome = outcome;
        }
    }
}
