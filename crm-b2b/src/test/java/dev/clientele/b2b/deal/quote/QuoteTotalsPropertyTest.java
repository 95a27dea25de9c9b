package dev.clientele.b2b.deal.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.catalog.AnyLines;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.LineTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/** Money is conserved in quotes, in currencies with no, two and three decimals. */
class QuoteTotalsPropertyTest {

    record Offer(List<QuoteLine> lines, Discount onWhole) {}

    @Provide
    Arbitrary<Offer> offers() {
        return AnyLines.inOneCurrency()
                .flatMap(items -> Arbitraries.of("0", "0.07", "0.19", "0.081")
                        .map(BigDecimal::new)
                        .list()
                        .ofSize(items.size())
                        .flatMap(rates -> {
                            List<QuoteLine> lines = new ArrayList<>();
                            items.forEach(item -> lines.add(new QuoteLine(item, rates.get(lines.size()))));
                            return discounts(QuoteTotals.of(lines, Discount.none())
                                            .net())
                                    .map(onWhole -> new Offer(lines, onWhole));
                        }));
    }

    private static Arbitrary<Discount> discounts(Money most) {
        Arbitrary<Discount> shares = AnyLines.shares().map(share -> new Discount(share, null));
        Arbitrary<Discount> amounts = Arbitraries.longs()
                .between(0, most.getAmountMinorLong())
                .map(minor -> Discount.of(Money.ofMinor(most.getCurrencyUnit(), minor)));
        return Arbitraries.oneOf(shares, amounts);
    }

    @Property(tries = 500)
    void a_quotes_totals_are_the_sums_of_its_lines(@ForAll("offers") Offer offer) {
        QuoteTotals figures = QuoteTotals.of(offer.lines(), offer.onWhole());
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
        Money before = QuoteTotals.of(offer.lines(), Discount.none()).net();

        QuoteTotals figures = QuoteTotals.of(offer.lines(), offer.onWhole());

        assertThat(before.minus(figures.net())).isEqualTo(offer.onWhole().amountOff(before));
        assertThat(figures.lines()).noneMatch(line -> line.net().isNegative());
    }

    @Property(tries = 300)
    void pricing_twice_is_pricing_once(@ForAll("offers") Offer offer) {
        QuoteTotals once = QuoteTotals.of(offer.lines(), offer.onWhole());

        assertThat(QuoteTotals.of(once.lines(), offer.onWhole())).isEqualTo(once);
    }

    @Property(tries = 300)
    void what_is_paid_once_and_again_is_all_there_is(@ForAll("offers") Offer offer) {
        QuoteTotals figures = QuoteTotals.of(offer.lines(), offer.onWhole());
        LineTotals totals = LineTotals.of(
                        figures.lines().stream().map(QuoteLine::item).toList())
                .orElseThrow();

        assertThat(totals.oneOff().plus(totals.recurring())).isEqualTo(figures.net());
        assertThat(totals.list()).isEqualTo(figures.list());
        assertThat(figures.discount()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
}
