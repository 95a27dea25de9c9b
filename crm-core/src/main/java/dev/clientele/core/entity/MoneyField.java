package dev.clientele.core.entity;

import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in its currency: a decimal column and a currency column beside it.
 *
 * <p>Comparisons hold only between amounts of the same currency: {@code AMOUNT.atLeast(Money.of(EUR, 100))} is false of
 * any amount in dollars. At most 14 digits before the decimal point.
 *
 * @param <T> the record type that declares it
 */
public final class MoneyField<T> extends Field<T, Money> {

    /** Joda-Money knows no currency with more decimal places. */
    private static final int SCALE = 4;

    private final DeclaredField amount;
    private final DeclaredField currency;
    private final CodedField<T, CurrencyUnit> unit;

    MoneyField(String name, Set<Trait> traits) {
        super(name, traits);
        this.amount = DeclaredField.decimal(name, SCALE);
        this.currency = DeclaredField.text(name + "_currency", 3);
        this.unit = new CodedField<>(currency, Set.of(), CurrencyUnit::getCode, CurrencyUnit::of);
    }

    /** Records with exactly this amount in this currency. */
    public Criteria is(Money value) {
        return compare(Operator.EQUAL, value);
    }

    /**
     * The currency as a field of its own, for criteria, sorting and grouping; records have no value under it that could be
     * read or set.
     */
    public CodedField<T, CurrencyUnit> currency() {
        return unit;
    }

    /** Records with less in the same currency. */
    public Criteria below(Money value) {
        return compare(Operator.BELOW, value);
    }

    /** Records with as much or less in the same currency. */
    public Criteria atMost(Money value) {
        return compare(Operator.AT_MOST, value);
    }

    /** Records with more in the same currency. */
    public Criteria above(Money value) {
        return compare(Operator.ABOVE, value);
    }

    /** Records with as much or more in the same currency. */
    public Criteria atLeast(Money value) {
        return compare(Operator.AT_LEAST, value);
    }

    /** Records in this currency. */
    public Criteria isInCurrency(CurrencyUnit unit) {
        return Criteria.equal(currency.name(), unit.getCode());
    }

    private Criteria compare(Operator operator, Money value) {
        return isInCurrency(value.getCurrencyUnit()).and(Criteria.compare(name(), operator, stored(check(value))));
    }

    @Override
    public Money check(Money value) {
        ColumnRules.decimal(name(), value.getAmount(), SCALE);
        return value;
    }

    /** The name of the column with the currency's code, for grouping. */
    public String currencyColumn() {
        return currency.name();
    }

    /** Adds up groups that are keyed by {@link #currencyColumn()} and whose first figure is a sum of this field. */
    public MoneyTotals toTotals(List<Group> groups) {
        MoneyTotals totals = MoneyTotals.empty();
        for (Group group : groups) {
            if (group.keys().get(0) instanceof String code && group.values().get(0) instanceof BigDecimal sum) {
                totals = totals.plus(money(sum, code));
            }
        }
        return totals;
    }

    @Override
    List<DeclaredField> columns() {
        return List.of(amount, currency);
    }

    @Override
    void encode(Money value, Map<String, Object> into) {
        into.put(amount.name(), stored(value));
        into.put(currency.name(), value.getCurrencyUnit().getCode());
    }

    @Override
    @Nullable
    Money decode(FieldReader columns) {
        Object stored = columns.read(amount.name());
        Object code = columns.read(currency.name());
        return stored == null || code == null ? null : money((BigDecimal) stored, (String) code);
    }

    @Override
    Object toJson(Money value) {
        return Map.of(
                "amount", value.getAmount(), "currency", value.getCurrencyUnit().getCode());
    }

    @Override
    Money fromJson(Object json) {
        Map<?, ?> object = (Map<?, ?>) json;
        Object value = object.get("amount");
        Object code = object.get("currency");
        if (value == null || code == null) {
            throw new IllegalArgumentException(name() + " needs amount and currency");
        }
        return money(ColumnJson.decimal(value), code.toString());
    }

    @Override
    String toText(Money value) {
        return value.toString();
    }

    @Override
    Money fromText(String text) {
        return Money.parse(text.strip());
    }

    @Override
    String textForm() {
        return "a currency code and an amount, such as EUR 12.50";
    }

    /** The amount of a stored column value in the currency of another. */
    static Money money(BigDecimal amount, String code) {
        CurrencyUnit unit = CurrencyUnit.of(code);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces(), RoundingMode.UNNECESSARY));
    }

    private static BigDecimal stored(Money value) {
        return value.getAmount().setScale(SCALE, RoundingMode.UNNECESSARY); // checked before
    }
}
