package dev.clientele.b2b.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** At any moment one price holds for a quantity, or none. */
class ProductPricesPropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final PriceBook BOOK =
            PriceBook.of("EU", "Europe", CurrencyUnit.EUR).withId(Id.of(new UUID(0, 1)));
    private static final Product PRODUCT = Product.of("P", "Product").withId(Id.of(new UUID(0, 2)));

    /** No two that begin on one day in one tier, as the unique key has it. */
    @Provide
    Arbitrary<List<Price>> prices() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(0L, 10L, 100L),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(1, 12).injectNull(0.6))
                .as((day, tier, cents, days) -> {
                    LocalDate from = START.plusDays(day);
                    return Price.of(BOOK, PRODUCT, Money.ofMinor(CurrencyUnit.EUR, cents), from)
                            .withFromQuantity(tier)
                            .with(Price.VALID_TO, days == null ? null : from.plusDays(days));
                })
                .list()
                .ofMaxSize(15)
                .uniqueElements(price -> price.validFrom() + "/" + price.fromQuantity());
    }

    /** Of a tier: the one that began last of those whose end hasn't come. */
    private static Optional<Price> inTier(List<Price> prices, long tier, LocalDate day) {
        Optional<Price> last = Optional.empty();
        for (Price price : prices) {
            boolean holds = price.fromQuantity() == tier
                    && !price.validFrom().isAfter(day)
                    && price.find(Price.VALID_TO).map(day::isBefore).orElse(true);
            if (holds
                    && last.map(other -> other.validFrom().isBefore(price.validFrom()))
                            .orElse(true)) {
                last = Optional.of(price);
            }
        }
        return last;
    }

    @Property(tries = 500)
    void the_price_is_that_of_the_highest_tier_in_force(
            @ForAll("prices") List<Price> prices,
            @ForAll @IntRange(max = 30) int day,
            @ForAll @IntRange(min = 1, max = 200) int quantity) {
        LocalDate when = START.plusDays(day);
        Optional<Price> expected = Optional.empty();
        for (long tier : new long[] {0, 10, 100}) {
            Optional<Price> price = tier <= quantity ? inTier(prices, tier, when) : Optional.empty();
            expected = price.isPresent() ? price : expected;
        }

        assertThat(ProductPrices.of(prices).price(BigDecimal.valueOf(quantity), when))
                .isEqualTo(expected.map(Price::amount));
    }

    @Property(tries = 200)
    void the_order_in_which_prices_were_put_down_does_not_matter(
            @ForAll("prices") List<Price> prices, @ForAll @IntRange(max = 30) int day, @ForAll long seed) {
        List<Price> shuffled = new ArrayList<>(prices);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(ProductPrices.of(shuffled).validOn(START.plusDays(day)))
                .isEqualTo(ProductPrices.of(prices).validOn(START.plusDays(day)));
    }
}
