package dev.clientele.examples.quickstart.business;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The source names no currency; its prices are taken for US dollars. */
public final class SteelWheelsMoney {

    /** The currency. */
    public static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

    private SteelWheelsMoney() {}

    static Money of(BigDecimal amount) {
        return Money.of(CURRENCY, amount);
    }
}
