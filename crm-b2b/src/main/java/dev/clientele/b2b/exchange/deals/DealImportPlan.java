package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.RejectedRow;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The settings of an import of deals: changed while one is made from another, and never after. */
final class DealImportPlan {

    final Pipeline pipeline;
    final Map<DealImportColumn, String> headers = new EnumMap<>(DealImportColumn.class);
    final Map<String, CellMapping> sources = new LinkedHashMap<>();
    final Map<String, Map<String, String>> replacements = new LinkedHashMap<>();

    @Nullable
    CurrencyUnit currency;

    DayFormat days = DayFormat.iso();
    AmountFormat amounts = AmountFormat.decimalPoint();

    @Nullable
    String delimiter;

    @Nullable
    String before;

    String lostReason = "not told";

    @Nullable
    LocalDate undated;

    UnaryOperator<Opportunity> completing = UnaryOperator.identity();
    boolean dryRun;
    Consumer<RejectedRow> rejects = row -> {};

    /** A column that only an import of deals knows how to read. */
    enum DealImportColumn {
        EXTERNAL_ID,
        STAGE,
        ENTERED_ON,
        CLOSED_ON,
        REASON,
        AMOUNT,
        CURRENCY
    }

    /** The mapping of a column's cells to a deal. */
    sealed interface CellMapping {

        /** The field of the deal. */
        Field<Opportunity, ?> field();

        /** A value of the deal's own. */
        record FieldMapping<V>(Field<Opportunity, V> field, Function<String, ? extends @Nullable V> read)
                implements CellMapping {}

        /** Another record, by one of its fields. */
        record ReferenceMapping<R extends Entity<R>, V>(
                ReferenceField<Opportunity, R> field, EntityType<R> target, ColumnField<R, V> by)
                implements CellMapping {}
    }

    DealImportPlan(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    DealImportPlan copy() {
        DealImportPlan copy = new DealImportPlan(pipeline);
        copy.headers.putAll(headers);
        copy.sources.putAll(sources);
        copy.replacements.putAll(replacements);
        copy.currency = currency;
        copy.days = days;
        copy.amounts = amounts;
        copy.delimiter = delimiter;
        copy.before = before;
        copy.lostReason = lostReason;
        copy.undated = undated;
        copy.completing = completing;
        copy.dryRun = dryRun;
        copy.rejects = rejects;
        return copy;
    }
}
