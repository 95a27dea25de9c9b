package dev.clientele.core.codec;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Converts amounts of money, kept as a decimal column and a currency column beside it. */
public final class MoneyCodec extends FieldCodec<Money> {

    /** Joda-Money knows no currency with more decimal places. */
    private static final int SCALE = 4;

    private final DeclaredField amount;
    private final DeclaredField currency;

    /** Creates a codec for amounts. */
    public MoneyCodec(FieldHeader header) {
        super(header, DeclaredField.decimal(header.name(), SCALE), DeclaredField.text(header.name() + "_currency", 3));
        this.amount = columns().get(0);
        this.currency = columns().get(1);
    }

    /** Returns the column with the currency's code. */
    public DeclaredField currencyColumn() {
        return currency;
    }

    @Override
    public Money check(Money value) {
        ColumnRules.decimal(name(), value.getAmount(), SCALE);
        return value;
    }

    /** Returns the column value of a checked amount. */
    public static BigDecimal toColumn(Money value) {
        return value.getAmount().setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** Returns the amount of column values. */
    public static Money fromColumns(BigDecimal amount, String code) {
        CurrencyUnit unit = CurrencyUnit.of(code);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces(), RoundingMode.UNNECESSARY));
    }

    @Override
    void encode(Money value, Map<String, Object> into) {
        into.put(amount.name(), toColumn(value));
        into.put(currency.name(), value.getCurrencyUnit().getCode());
    }

    @Override
    @Nullable
    Money decode(FieldReader columns) {
        Object stored = columns.read(amount.name());
        Object code = columns.read(currency.name());
        return stored == null || code == null ? null : fromColumns((BigDecimal) stored, (String) code);
    }

    @Override
    Object toJson(Money value) {
        return ImmutableMap.of(
                "amount", value.getAmount(), "currency", value.getCurrencyUnit().getCode());
    }

    @Override
    Money fromJson(Object json) {
        Map<?, ?> object = (Map<?, ?>) json;
        Object value = object.get("amount");
        Object code = object.get("currency");
        if (value == null || code == null) {
            throw new InvalidValueException(name(), ViolationCode.REQUIRED, "needs amount and currency");
        }
        BigDecimal number = ColumnJson.decimal(value);
        CurrencyUnit unit = CurrencyUnit.of(code.toString());
        return Money.of(unit, ColumnRules.decimal(name(), number, unit.getDecimalPlaces()));
    }

    @Override
    String jsonForm() {
        return "an object with amount and currency, such as 12.5 and EUR";
    }

    @Override
    public String toText(Money value) {
        return value.toString();
    }

    @Override
    public Money fromText(String text) {
        return Money.parse(text.strip());
    }

    @Override
    public String textForm() {
        return "a currency code and an amount, such as EUR 12.50";
    }
}
