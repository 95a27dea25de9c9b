package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvCellException;
import dev.clientele.core.csv.CsvCells;
import dev.clientele.core.csv.CsvHeader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Maps rows to purchases. Immutable and thread-safe. */
final class PurchaseRowMapper {

    private final PurchaseImportPlan plan;
    private final CsvCells cells;

    private PurchaseRowMapper(PurchaseImportPlan plan, CsvCells cells) {
        this.plan = plan;
        this.cells = cells;
    }

    /** Of a file with this header; an {@code InvalidException} names the columns that aren't there, or are there twice. */
    static PurchaseRowMapper of(PurchaseImportPlan plan, CsvHeader header) {
        Set<String> wanted = new LinkedHashSet<>(plan.headers.values());
        wanted.add(plan.time().header());
        wanted.addAll(plan.fields.keySet());
        return new PurchaseRowMapper(plan, CsvCells.of(Purchase.TYPE.name(), header, wanted));
    }

    /** Returns the headers that nothing is read from. */
    List<String> ignored() {
        return cells.ignored();
    }

    /** Returns the order's id, if the row has one. */
    Optional<String> orderId(CsvRow row) {
        return find(PurchaseColumn.ORDER_ID, row);
    }

    /** Looks up the persons that rows name. */
    Function<String, Set<Id<Person>>> lookUpPersons(CrmSession transaction, List<CsvRow> rows) {
        return plan.personKey.lookUp(transaction, cells.distinct(name(PurchaseColumn.PERSON), rows));
    }

    /**
     * Returns the purchase of a row.
     *
     * @param persons finds whom a cell names
     * @param zone of days, and of times without an offset
     * @throws CsvCellException if the row can't be taken
     */
    Purchase purchase(CsvRow row, Function<String, Set<Id<Person>>> persons, ZoneId zone) {
        String orderId = require(PurchaseColumn.ORDER_ID, row);
        Id<Person> person =
                plan.personKey.findOne(persons, name(PurchaseColumn.PERSON), require(PurchaseColumn.PERSON, row));
        Instant at = plan.time().read(cells, row, plan.days, zone);
        Money amount = amount(row);
        String refunded = find(PurchaseColumn.REFUNDED_ORDER, row).orElse(null);
        boolean negative = amount.isNegative();
        if (negative && !plan.negativeRefunds && !isRefund(row)) {
            throw new CsvCellException(
                    name(PurchaseColumn.AMOUNT), ViolationCode.RANGE, "must not be below zero for a purchase");
        }
        Purchase purchase = CsvCellException.read(
                name(PurchaseColumn.ORDER_ID),
                () -> negative || refunded != null || isRefund(row)
                        ? Purchase.refund(plan.source, orderId, person, amount.abs(), at)
                        : Purchase.of(plan.source, orderId, person, amount, at));
        if (refunded != null) {
            Purchase refund = purchase;
            purchase = CsvCellException.read(
                    name(PurchaseColumn.REFUNDED_ORDER), () -> refund.withOriginal(plan.source, refunded));
        }
        for (Map.Entry<String, Field<Purchase, ?>> column : plan.fields.entrySet()) {
            purchase = with(purchase, column.getKey(), column.getValue(), row);
        }
        return purchase;
    }

    private <V> Purchase with(Purchase purchase, String column, Field<Purchase, V> field, CsvRow row) {
        return cells.find(column, row)
                .map(cell -> CsvCellException.read(column, () -> purchase.with(field, field.parse(cell))))
                .orElse(purchase);
    }

    private boolean isRefund(CsvRow row) {
        if (find(PurchaseColumn.REFUNDED_ORDER, row).isPresent()) {
            return true;
        }
        String kind = find(PurchaseColumn.KIND, row).orElse("purchase").toLowerCase(Locale.ROOT);
        if (!kind.equals("purchase") && !kind.equals("refund")) {
            throw new CsvCellException(name(PurchaseColumn.KIND), ViolationCode.FORM, "must be purchase or refund");
        }
        return kind.equals("refund");
    }

    private Money amount(CsvRow row) {
        String text = require(PurchaseColumn.AMOUNT, row);
        CurrencyUnit currency = plan.currency == null ? currency(require(PurchaseColumn.CURRENCY, row)) : plan.currency;
        return CsvCellException.read(name(PurchaseColumn.AMOUNT), () -> plan.amounts.parse(text, currency));
    }

    private CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw new CsvCellException(
                    name(PurchaseColumn.CURRENCY),
                    ViolationCode.FORM,
                    "must be a currency's ISO 4217 code such as EUR");
        }
    }

    private String require(PurchaseColumn part, CsvRow row) {
        return cells.require(name(part), row);
    }

    private Optional<String> find(PurchaseColumn part, CsvRow row) {
        return cells.find(name(part), row);
    }

    private String name(PurchaseColumn part) {
        return plan.headers.getOrDefault(part, "");
    }
}
