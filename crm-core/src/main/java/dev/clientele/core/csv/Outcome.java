package dev.clientele.core.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of rows and what was wrong with some; adds up. Not thread-safe. */
final class Outcome {

    private static final int KEPT_ERRORS = 10_000;

    private long added;
    private long changed;
    private long unchanged;
    private long rejected;
    private final List<RowError> errors = new ArrayList<>();

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    /** One row, for these reasons. */
    void rejected(List<RowError> reasons) {
        rejected++;
        keep(reasons);
    }

    Outcome plus(Outcome other) {
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

    ImportReport report(Layout<?> layout, Rows rows, boolean dryRun) {
        RowError broken = rows.broken();
        List<RowError> all = new ArrayList<>(errors);
        all.sort(Comparator.comparingLong(RowError::row));
        if (broken != null) {
            all.add(broken);
        }
        return new ImportReport(
                added + changed + unchanged + rejected,
                added,
                changed,
                unchanged,
                rejected,
                all,
                layout.ignored(),
                broken == null,
                dryRun);
    }
}
