package dev.clientele.b2b.deal.quote;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.List;
import java.util.Locale;

/**
 * A series of quote numbers: its code, a hyphen and a count of at least six digits from 1. Immutable and thread-safe.
 *
 * <p>Numbers go up by one without a gap: the next one is drawn in the transaction that stores the quote, so one that isn't
 * stored in the end gives its number back. For that those who draw from one series at the same time wait for each other or are
 * tried again. The number of a draft that is removed later isn't given out again.
 */
public final class QuoteNumberSeries extends Entity<QuoteNumberSeries> {

    /** The code of the series that is used where no other is named. */
    public static final String STANDARD = "Q";

    private static final EntityTypeBuilder<QuoteNumberSeries> DECLARE =
            EntityType.define("quote_series", QuoteNumberSeries::new);

    /** The unique code, with which its numbers begin. */
    public static final TextField<QuoteNumberSeries> CODE = DECLARE.key("code", 20, Trait.REQUIRED, Trait.UNIQUE);
    /** The last count that was drawn; 0 before the first. */
    public static final OrderedField<QuoteNumberSeries, Long> LAST = DECLARE.integer("last_count", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<QuoteNumberSeries> TYPE = DECLARE.rule(series -> series.require(LAST) < 0
                    ? List.of(new Violation(LAST.name(), ViolationCode.RANGE, "must not be negative"))
                    : List.of())
            .changeRule((before, after) -> after.require(LAST) < before.require(LAST)
                    ? List.of(new Violation(LAST.name(), ViolationCode.FIXED, "must not go back"))
                    : List.of())
            .build();

    private QuoteNumberSeries(EntityState<QuoteNumberSeries> state) {
        super(state);
    }

    /** Returns a series that nothing was drawn from. */
    public static QuoteNumberSeries of(String code) {
        return TYPE.newEntity().with(CODE, code).with(LAST, 0L);
    }

    /** Returns a copy with its next number drawn. */
    QuoteNumberSeries withNextNumber() {
        return with(LAST, require(LAST) + 1);
    }

    /** Returns the number that was drawn last. */
    String number() {
        return require(CODE) + String.format(Locale.ROOT, "-%06d", require(LAST));
    }
}
