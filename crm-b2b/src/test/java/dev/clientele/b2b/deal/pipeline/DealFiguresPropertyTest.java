package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.catalog.AnyLines;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.core.error.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/** A deal is worth what its lines come to, in currencies with no, two and three decimals. */
class DealFiguresPropertyTest {

    private static final Opportunity DEAL = Opportunity.named("Turbines");

    @Provide
    Arbitrary<List<LineItem>> lines() {
        return AnyLines.inOneCurrency();
    }

    @Property(tries = 300)
    void the_amount_is_the_sum_of_the_lines(@ForAll("lines") List<LineItem> lines) {
        Opportunity deal = DEAL.withLines(lines);

        Money sum = lines.stream().map(LineItem::total).reduce(Money::plus).orElseThrow();
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(sum);
        assertThat(DealFigures.violations(deal)).isEmpty();
    }

    @Property(tries = 300)
    void putting_the_same_lines_again_changes_nothing(@ForAll("lines") List<LineItem> lines) {
        Opportunity deal = DEAL.withLines(lines);

        assertThat(deal.withLines(deal.lines())).isEqualTo(deal);
    }

    @Property(tries = 300)
    void the_order_of_lines_does_not_matter_to_what_they_come_to(@ForAll("lines") List<LineItem> lines) {
        List<LineItem> reversed = new ArrayList<>();
        lines.forEach(line -> reversed.add(0, line));

        assertThat(DEAL.withLines(reversed).lineTotals())
                .isEqualTo(DEAL.withLines(lines).lineTotals());
    }

    @Property(tries = 300)
    void lines_come_back_from_storage_as_they_were(@ForAll("lines") List<LineItem> lines) {
        List<LineItem> kept = Opportunity.LINES.check(lines);

        assertThat(Opportunity.LINES.parse(Opportunity.LINES.format(kept))).isEqualTo(kept);
    }

    @Property(tries = 300)
    void an_amount_a_minor_unit_off_is_refused(@ForAll("lines") List<LineItem> lines) {
        Opportunity deal = DEAL.withLines(lines);
        Money amount = deal.require(Opportunity.AMOUNT);

        assertThat(DealFigures.violations(
                        deal.with(Opportunity.AMOUNT, amount.plus(Money.ofMinor(amount.getCurrencyUnit(), 1)))))
                .extracting(Violation::path)
                .containsExactly("amount");
    }

    @Property(tries = 300)
    void a_limit_of_what_is_given_away_is_never_passed_unseen(@ForAll("lines") List<LineItem> lines) {
        Opportunity deal = DEAL.withLines(lines);
        Money list = deal.require(Opportunity.LIST_AMOUNT);
        BigDecimal given = list.minus(deal.require(Opportunity.AMOUNT)).getAmount();

        for (String limit : List.of("0.05", "0.2", "0.5", "0.95")) {
            boolean over = given.compareTo(list.getAmount().multiply(new BigDecimal(limit))) > 0;
            assertThat(deal.matches(Opportunity.DISCOUNT.above(new BigDecimal(limit)), Instant.EPOCH))
                    .isEqualTo(over);
        }
    }
}
