package dev.clientele.b2b.catalog;

import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Lines at random: one to twelve, all in one currency, which has no, two or three decimals. */
public final class AnyLines {

    private static final List<String> FAMILIES = List.of("hardware", "services", "licences");

    private AnyLines() {}

    public static Arbitrary<List<LineItem>> inOneCurrency() {
        return Arbitraries.of("JPY", "EUR", "BHD").map(CurrencyUnit::of).flatMap(AnyLines::in);
    }

    private static Arbitrary<List<LineItem>> in(CurrencyUnit currency) {
        return line(currency).list().ofMinSize(1).ofMaxSize(12).map(drawn -> {
            List<LineItem> lines = new ArrayList<>();
            drawn.forEach(line -> lines.add(line.withNumber(lines.size() + 1)));
            return lines;
        });
    }

    /** 0 to 1 with four digits after the point. */
    public static Arbitrary<BigDecimal> shares() {
        return Arbitraries.integers().between(0, 10_000).map(parts -> BigDecimal.valueOf(parts, 4));
    }

    private static Arbitrary<LineItem> line(CurrencyUnit currency) {
        return Combinators.combine(
                        Arbitraries.of(BillingFrequency.values()),
                        Arbitraries.integers().between(1, 48),
                        Arbitraries.longs().between(1, 50_000_000).map(parts -> BigDecimal.valueOf(parts, 4)),
                        Arbitraries.longs().between(0, 1_000_000).map(minor -> Money.ofMinor(currency, minor)),
                        shares(),
                        Arbitraries.of(FAMILIES))
                .as((billing, periods, quantity, price, share, family) -> {
                    Product product = Product.recurring("P-" + billing, "Product", billing)
                            .with(Product.FAMILY, family)
                            .withId(Id.of(new UUID(0, 1)));
                    return LineItem.of(1, product, quantity, price)
                            .withPeriods(billing.isRecurring() ? periods : 1)
                            .withDiscount(new Discount(share, null));
                });
    }
}
