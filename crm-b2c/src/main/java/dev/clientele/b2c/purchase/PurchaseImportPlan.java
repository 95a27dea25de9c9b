package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.csv.RejectedRow;
import dev.clientele.core.csv.TimeColumn;
import dev.clientele.core.entity.Field;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The settings of an import of purchases: changed while one is made from another, and never after. */
final class PurchaseImportPlan {

    final String source;
    final Map<PurchaseColumn, String> headers = new EnumMap<>(PurchaseColumn.class);
    final Map<String, Field<Purchase, ?>> fields = new LinkedHashMap<>();

    RecordKey<Person> personKey = RecordKey.byId(Person.TYPE);

    @Nullable
    TimeColumn time;

    @Nullable
    CurrencyUnit currency;

    @Nullable
    String delimiter;

    DayFormat days = DayFormat.iso();
    AmountFormat amounts = AmountFormat.decimalPoint();
    boolean negativeRefunds;
    boolean dryRun;
    Consumer<RejectedRow> rejects = row -> {};

    PurchaseImportPlan(String source) {
        this.source = source;
    }

    PurchaseImportPlan copy() {
        PurchaseImportPlan copy = new PurchaseImportPlan(source);
        copy.headers.putAll(headers);
        copy.fields.putAll(fields);
        copy.personKey = personKey;
        copy.time = time;
        copy.currency = currency;
        copy.delimiter = delimiter;
        copy.days = days;
        copy.amounts = amounts;
        copy.negativeRefunds = negativeRefunds;
        copy.dryRun = dryRun;
        copy.rejects = rejects;
        return copy;
    }

    /** Throws an {@code IllegalStateException} if a column is missing that has to be given. */
    void requireComplete() {
        for (PurchaseColumn part :
                new PurchaseColumn[] {PurchaseColumn.ORDER_ID, PurchaseColumn.PERSON, PurchaseColumn.AMOUNT}) {
            if (!headers.containsKey(part)) {
                throw new IllegalStateException("no column was given for " + part);
            }
        }
        time();
    }

    TimeColumn time() {
        if (time == null) {
            throw new IllegalStateException("no column was given for DAY or TIME");
        }
        return time;
    }
}
