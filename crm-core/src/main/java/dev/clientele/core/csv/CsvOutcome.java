package dev.clientele.core.csv;

import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What came of some rows: counts, and what was wrong with those rejected. Adds up; not thread-safe. */
public final class CsvOutcome {

    private static final int KEPT_ERRORS = 10_000;

    private long added;
    private long changed;
    private long unchanged;
    private long rejected;
    private final List<RowError> errors = new ArrayList<>();

    /** Of no rows yet. */
    public CsvOutcome() {}

    /** One row became a new record. */
    public void added() {
        added++;
    }

    /** One row changed a record, stored or of an earlier row. */
    public void changed() {
        changed++;
    }

    /** One row says what is there already. */
    public void unchanged() {
        unchanged++;
    }

    /** One row was kept out, for these reasons. */
    public void rejected(List<RowError> reasons) {
        rejected++;
        keep(reasons);
    }

    /**
     * One row was kept out for breaking these rules.
     *
     * @param headers the header of the column that a field is read from, given the path of what is wrong with it
     */
    public void rejected(CsvRow row, List<Violation> violations, UnaryOperator<String> headers) {
        rejected(violations.stream()
                .map(violation -> new RowError(row.number(), headers.apply(violation.path()), violation.reason()))
                .toList());
    }

    CsvOutcome plus(CsvOutcome other) {
        added += other.added;
        changed += other.changed;
        unchanged += other.unchanged;
        rejected += other.rejected;
        keep(other.errors);
        return this;
    }

    private void keep(List<RowError> more) {
        errors.addAll(more.subList(0, Math.min(more.size(), KEPT_ERRORS - errors.size())));
    }

    ImportReport report(List<String> ignored, CsvRows rows, boolean dryRun) {
        RowError broken = rows.broken();
        List<RowError> all = new ArrayList<>(errors);
        all.sort(Comparator.comparingLong(RowError::row));
        if (broken != null) {
            all.add(broken);
        }
        Map<String, Long> blank = new HashMap<>(rows.blank());
        blank.keySet().removeAll(ignored);
        return new ImportReport(
                added + changed + unchanged + rejected,
                added,
                changed,
                unchanged,
                rejected,
                all,
                ignored,
                blank,
                broken == null,
                dryRun);
    }
}
