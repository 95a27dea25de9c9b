package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.csv.CsvCellException;
import dev.clientele.core.csv.CsvHeader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** Maps rows to purchases. Immutable and thread-safe. */
final class PurchaseRowMapper {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT);

    private final PurchaseImportPlan plan;
    private final CsvHeader header;
    private final Map<String, Integer> places = new HashMap<>();

    private PurchaseRowMapper(PurchaseImportPlan plan, CsvHeader header) {
        this.plan = plan;
        this.header = header;
    }

    /** Of a file with this header; an {@code InvalidException} names the columns that aren't there, or are there twice. */
    static PurchaseRowMapper of(PurchaseImportPlan plan, CsvHeader header) {
        Set<String> wanted = new LinkedHashSet<>(plan.headers.values());
        wanted.addAll(plan.fields.keySet());
        List<Violation> missing = header.findMissing(wanted);
        if (!missing.isEmpty()) {
            throw new InvalidException(Purchase.TYPE.name(), missing);
        }
        PurchaseRowMapper mapper = new PurchaseRowMapper(plan, header);
        wanted.forEach(name -> header.place(name).ifPresent(place -> mapper.places.put(name, place)));
        return mapper;
    }

    /** Returns the headers that nothing is read from. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.names().size(); place++) {
            if (!places.containsValue(place) && !header.names().get(place).isEmpty()) {
                ignored.add(header.names().get(place));
            }
        }
        return ignored;
    }

    /** Returns the order's id, if the row has one. */
    Optional<String> orderId(CsvRow row) {
        return find(PurchaseColumn.ORDER_ID, row);
    }

    /** Returns the cell that names the person, if there is one. */
    Optional<String> person(CsvRow row) {
        return find(PurchaseColumn.PERSON, row);
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
        Id<Person> person = person(require(PurchaseColumn.PERSON, row), persons);
        Instant at = at(row, zone);
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
        return cell(column, row)
                .map(cell -> CsvCellException.read(column, () -> purchase.with(field, field.parse(cell))))
                .orElse(purchase);
    }

    private Id<Person> person(String cell, Function<String, Set<Id<Person>>> persons) {
        Set<Id<Person>> found = CsvCellException.read(name(PurchaseColumn.PERSON), () -> persons.apply(cell));
        if (found.size() != 1) {
            throw new CsvCellException(
                    name(PurchaseColumn.PERSON),
                    new Violation(
                                    "",
                                    found.isEmpty() ? ViolationCode.NO_SUCH_RECORD : ViolationCode.AMBIGUOUS,
                                    (found.isEmpty() ? "no person has this " : "several persons have this ")
                                            + plan.personKey().words())
                            .with("type", Person.TYPE.name()));
        }
        return found.iterator().next();
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

    private Instant at(CsvRow row, ZoneId zone) {
        if (plan.headers.containsKey(PurchaseColumn.DAY)) {
            String day = require(PurchaseColumn.DAY, row);
            return CsvCellException.read(name(PurchaseColumn.DAY), () -> plan.days.parse(day))
                    .atStartOfDay(zone)
                    .toInstant();
        }
        String time = require(PurchaseColumn.TIME, row);
        try {
            TemporalAccessor parsed = TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime there
                    ? there.toInstant()
                    : LocalDateTime.from(parsed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new CsvCellException(
                    name(PurchaseColumn.TIME),
                    ViolationCode.FORM,
                    "must be a time such as 2026-01-31T08:26:00Z or 2026-01-31 08:26");
        }
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
        return find(part, row)
                .orElseThrow(() -> new CsvCellException(name(part), ViolationCode.REQUIRED, "is required"));
    }

    private Optional<String> find(PurchaseColumn part, CsvRow row) {
        return Optional.ofNullable(plan.headers.get(part)).flatMap(name -> cell(name, row));
    }

    private Optional<String> cell(String name, CsvRow row) {
        @Nullable Integer place = places.get(name);
        return place == null
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(row.cell(place).strip(), Normalizer.Form.NFC))
                        .filter(cell -> !cell.isEmpty());
    }

    private String name(PurchaseColumn part) {
        return plan.headers.getOrDefault(part, "");
    }
}
