package dev.clientele.b2b.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.product.Billing;
import dev.clientele.b2b.product.Discount;
import dev.clientele.b2b.product.LineItem;
import dev.clientele.b2b.product.LineTotals;
import dev.clientele.b2b.product.Product;
import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money is conserved in quotes, in currencies with no, two and three decimals. */
class QuoteFiguresPropertyTest {

    record Offer(List<QuoteLine> lines, Discount onWhole) {}

    @Provide
    Arbitrary<Offer> offers() {
        return Arbitraries.of("JPY", "EUR", "BHD").map(CurrencyUnit::of).flatMap(this::offers);
    }

    private Arbitrary<Offer> offers(CurrencyUnit currency) {
        return lines(currency).list().ofMinSize(1).ofMaxSize(12).flatMap(drawn -> {
            List<QuoteLine> lines = new ArrayList<>();
            drawn.forEach(line -> lines.add(line.with(line.item().numbered(lines.size() + 1))));
            Money sum = QuoteFigures.of(lines, Discount.none()).net();
            Arbitrary<Discount> shares = shares().map(share -> new Discount(share, null));
            Arbitrary<Discount> amounts = Arbitraries.longs()
                    .between(0, sum.getAmountMinorLong())
                    .map(minor -> Discount.of(Money.ofMinor(currency, minor)));
            return Arbitraries.oneOf(shares, amounts).map(onWhole -> new Offer(lines, onWhole));
        });
    }

    private static Arbitrary<BigDecimal> shares() {
        return Arbitraries.integers().between(0, 10_000).map(parts -> BigDecimal.valueOf(parts, 4));
    }

    private static Arbitrary<QuoteLine> lines(CurrencyUnit currency) {
        return Combinators.combine(
                        Arbitraries.of(Billing.values()),
                        Arbitraries.integers().between(1, 48),
                        Arbitraries.longs().between(1, 50_000_000).map(parts -> BigDecimal.valueOf(parts, 4)),
                        Arbitraries.longs().between(0, 1_000_000).map(minor -> Money.ofMinor(currency, minor)),
                        shares(),
                        Arbitraries.of("0", "0.07", "0.19", "0.081"))
                .as((billing, periods, quantity, price, share, tax) -> {
                    Product product = Product.recurring("P", "Product", billing).withId(Id.of(new UUID(0, 1)));
                    LineItem item = LineItem.of(1, product, quantity, price)
                            .lasting(billing.recurs() ? periods : 1)
                            .less(new Discount(share, null));
                    return new QuoteLine(item, new BigDecimal(tax));
                });
    }

    @Property(tries = 500)
    void a_quotes_totals_are_the_sums_of_its_lines(@ForAll("offers") Offer offer) {
        QuoteFigures figures = QuoteFigures.of(offer.lines(), offer.onWhole());
        Money zero = Money.zero(figures.net().getCurrencyUnit());

        assertThat(figures.lines().stream().map(QuoteLine::net).reduce(zero, Money::plus))
                .isEqualTo(figures.net());
        assertThat(figures.lines().stream().map(QuoteLine::tax).reduce(zero, Money::plus))
                .isEqualTo(figures.tax());
        assertThat(figures.lines().stream().map(QuoteLine::gross).reduce(zero, Money::plus))
                .isEqualTo(figures.total());
    }

    @Property(tries = 500)
    void the_discount_on_the_whole_is_divided_exactly(@ForAll("offers") Offer offer) {
        Money before = QuoteFigures.of(offer.lines(), Discount.none()).net();

        QuoteFigures figures = QuoteFigures.of(offer.lines(), offer.onWhole());

        assertThat(before.minus(figures.net())).isEqualTo(offer.onWhole().off(before));
        assertThat(figures.lines()).noneMatch(line -> line.net().isNegative());
    }

    @Property(tries = 300)
    void pricing_twice_is_pricing_once(@ForAll("offers") Offer offer) {
        QuoteFigures once = QuoteFigures.of(offer.lines(), offer.onWhole());

        assertThat(QuoteFigures.of(once.lines(), offer.onWhole())).isEqualTo(once);
    }

    @Property(tries = 300)
    void what_is_paid_once_and_again_is_all_there_is(@ForAll("offers") Offer offer) {
        QuoteFigures figures = QuoteFigures.of(offer.lines(), offer.onWhole());
        LineTotals totals = LineTotals.of(
                        figures.lines().stream().map(QuoteLine::item).toList())
                .orElseThrow();

        assertThat(totals.oneOff().plus(totals.recurring())).isEqualTo(figures.net());
        assertThat(totals.list()).isEqualTo(figures.list());
        assertThat(figures.discount()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
}
