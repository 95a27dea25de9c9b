package dev.clientele.core.value;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Random money for properties: currencies of no, two and three decimal places. */
final class Monies {
    static final CurrencyUnit EUR = CurrencyUnit.EUR;
    static final CurrencyUnit USD = CurrencyUnit.USD;
    static final CurrencyUnit GBP = CurrencyUnit.GBP;
    static final CurrencyUnit JPY = CurrencyUnit.JPY;
    static final List<CurrencyUnit> CURRENCIES = List.of(EUR, USD, JPY, CurrencyUnit.of("KWD"));

    private Monies() {}

    static Arbitrary<Money> any() {
        return Arbitraries.of(CURRENCIES).flatMap(Monies::in);
    }

    static Arbitrary<Money> in(CurrencyUnit currency) {
        return Combinators.combine(
                        Arbitraries.just(currency),
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
                .as(Money::ofMinor);
    }
}
