package dev.clientele.core.csv;

import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Counts the rows of a batch by outcome and keeps the reasons of the rejected ones; not thread-safe. */
public final class CsvImportCounter {

    private static final int MAX_ERRORS = 10_000;

    private long added;
    private long changed;
    private long unchanged;
    private long rejected;
    private final List<RowError> errors = new ArrayList<>();

    /** Creates a counter of no rows. */
    public CsvImportCounter() {}

    /** One row became a new record. */
    public void countAdded() {
        added++;
    }

    /** One row changed a record, stored or of an earlier row. */
    public void countChanged() {
        changed++;
    }

    /** One row says what is there already. */
    public void countUnchanged() {
        unchanged++;
    }

    /** One row was kept out, for these reasons. */
    public void addRejected(List<RowError> reasons) {
        rejected++;
        errors.addAll(reasons);
    }

    /**
     * One row was kept out for breaking these rules.
     *
     * @param headers the header of the column that a field is read from, given the path of what is wrong with it
     */
    public void addRejected(CsvRow row, List<Violation> violations, UnaryOperator<String> headers) {
        addRejected(violations.stream()
                .map(violation -> RowError.of(row.number(), headers.apply(violation.path()), violation))
                .toList());
    }

    CsvImportCounter add(CsvImportCounter other) {
        added += other.added;
        changed += other.changed;
        unchanged += other.unchanged;
        rejected += other.rejected;
        int room = Math.max(0, MAX_ERRORS - errors.size());
        errors.addAll(other.errors.subList(0, Math.min(other.errors.size(), room)));
        return this;
    }

    /** Returns the reasons of the rejected rows by their numbers. */
    Map<Long, List<RowError>> errorsByRow() {
        return errors.stream().collect(Collectors.groupingBy(RowError::row));
    }

    ImportReport report(List<String> ignored, CsvRowReader rows, boolean dryRun) {
        List<RowError> all = new ArrayList<>(errors);
        all.addAll(rows.errors());
        all.sort(Comparator.comparingLong(RowError::row));
        Map<String, Long> blank = new HashMap<>(rows.blankCellCounts());
        blank.keySet().removeAll(ignored);
        long kept = rejected + rows.rejected();
        return new ImportReport(
                added + changed + unchanged + kept,
                added,
                changed,
                unchanged,
                kept,
                all.subList(0, Math.min(all.size(), MAX_ERRORS)),
                ignored,
                blank,
                dryRun);
    }
}
