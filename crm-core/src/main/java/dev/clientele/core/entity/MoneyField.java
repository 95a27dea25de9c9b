package dev.clientele.core.entity;

import dev.clientele.core.codec.MoneyCodec;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money in its currency: a decimal column and a currency column beside it.
 *
 * <p>Comparisons hold only between amounts of the same currency: {@code AMOUNT.atLeast(Money.of(EUR, 100))} is false of
 * any amount in dollars. At most 14 digits before the decimal point.
 *
 * @param <T> the record type that declares it
 */
public final class MoneyField<T> extends Field<T, Money> {

    private final CodedField<T, CurrencyUnit> currency;

    MoneyField(String name, Set<Trait> traits) {
        this(new MoneyCodec(header(name, traits)), traits);
    }

    private MoneyField(MoneyCodec codec, Set<Trait> traits) {
        super(codec, traits);
        this.currency = new CodedField<>(codec.currencyColumn(), Set.of(), CurrencyUnit::getCode, CurrencyUnit::of);
    }

    /** Returns criteria for the records with exactly this amount in this currency. */
    public Criteria is(Money value) {
        return compare(Operator.EQUAL, value);
    }

    /**
     * Returns the currency as a field of its own, for criteria, sorting and grouping; records have no value under it that could be
     * read or set.
     */
    public CodedField<T, CurrencyUnit> currency() {
        return currency;
    }

    /** Returns criteria for the records with less in the same currency. */
    public Criteria below(Money value) {
        return compare(Operator.BELOW, value);
    }

    /** Returns criteria for the records with as much or less in the same currency. */
    public Criteria atMost(Money value) {
        return compare(Operator.AT_MOST, value);
    }

    /** Returns criteria for the records with more in the same currency. */
    public Criteria above(Money value) {
        return compare(Operator.ABOVE, value);
    }

    /** Returns criteria for the records with as much or more in the same currency. */
    public Criteria atLeast(Money value) {
        return compare(Operator.AT_LEAST, value);
    }

    /** Returns criteria for the records in this currency. */
    public Criteria isInCurrency(CurrencyUnit unit) {
        return Criteria.equal(currency.name(), unit.getCode());
    }

    private Criteria compare(Operator operator, Money value) {
        return isInCurrency(value.getCurrencyUnit())
                .and(Criteria.compare(name(), operator, MoneyCodec.toColumn(check(value))));
    }

    /** Returns the name of the column with the currency's code, for grouping. */
    public String currencyColumn() {
        return currency.name();
    }

    /** Adds up groups that are keyed by {@link #currencyColumn()} and whose first figure is a sum of this field. */
    public MoneyTotals toTotals(List<Group> groups) {
        MoneyTotals totals = MoneyTotals.empty();
        for (Group group : groups) {
            if (group.keys().get(0) instanceof String code && group.values().get(0) instanceof BigDecimal sum) {
                totals = totals.plus(MoneyCodec.fromColumns(sum, code));
            }
        }
        return totals;
    }
}
