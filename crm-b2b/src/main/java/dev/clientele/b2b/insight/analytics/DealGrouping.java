package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grouping of deals that the database counts: by a field, by the month of closing, or none.
 *
 * @param field the field, or null
 * @param monthly whether by the month of closing, of closed deals alone
 */
record DealGrouping(@Nullable ColumnField<Opportunity, ?> field, boolean monthly) {

    static final DealGrouping NONE = new DealGrouping(null, false);
    static final DealGrouping MONTH = new DealGrouping(null, true);

    static DealGrouping of(ColumnField<Opportunity, ?> field) {
        return new DealGrouping(field, false);
    }

    /** Returns whether a deal counts at all. */
    boolean includes(DealAsOf deal) {
        return !monthly || deal.kind() != StageKind.OPEN;
    }

    /** Returns the stored value for a deal; of a month its first day. */
    @Nullable
    Object of(DealAsOf deal) {
        if (field != null) {
            return deal.deal().columns().read(field.name());
        }
        return monthly ? month(deal.closing()) : null;
    }

    /**
     * Returns the stored value for a group of deals.
     *
     * @param column what they have in the field, if they are grouped by one
     * @param closing a day of the month in which they close
     */
    @Nullable
    Object of(@Nullable Object column, @Nullable LocalDate closing) {
        return monthly && closing != null ? month(closing) : column;
    }

    private static LocalDate month(LocalDate day) {
        return YearMonth.from(day).atDay(1);
    }

    /** Returns the field, if it is one. */
    List<Field<Opportunity, ?>> fields() {
        return field == null ? List.of() : List.of(field);
    }
}
