package dev.clientele.b2b.deal.quote;

import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.value.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * The totals of a quote: its lines, each with its share of the discount on the whole, and their sums. Pure; immutable
 * and thread-safe.
 *
 * <p>The discount on the whole is divided among the lines by what each comes to, by largest remainder, so that the
 * shares add up to it exactly; tax is taken of each line after that. So the totals are the sums of the lines to the
 * minor unit, and nothing is rounded twice.
 *
 * @param lines in order
 * @param list what the lines would come to at list prices
 * @param net the sum of the lines' nets
 * @param tax the sum of the lines' taxes
 * @param discount the share of the list price that is given away, as {@link LineTotals#discount()}
 */
public record QuoteTotals(List<QuoteLine> lines, Money list, Money net, Money tax, BigDecimal discount) {

    /** Copies the list. */
    public QuoteTotals {
        lines = List.copyOf(lines);
    }

    /**
     * Computes the totals of lines and a discount on the whole; shares of a discount that the lines have already don't
     * count.
     *
     * @throws InvalidValueException if there are no lines, they aren't all in one currency, or the discount is more than
     *     they come to
     */
    public static QuoteTotals of(List<QuoteLine> lines, Discount onWhole) {
        List<LineItem> items =
                lines.stream().map(line -> line.item().withReduction(null)).toList();
        LineTotals before = LineTotals.of(items)
                .orElseThrow(() ->
                        new InvalidValueException("", ViolationCode.RANGE, "a quote must have at least one line"));
        List<LineItem> reduced = reduced(items, onWhole.amountOff(before.net()));
        LineTotals after = LineTotals.of(reduced).orElseThrow();
        List<QuoteLine> priced = new ArrayList<>();
        Money tax = Money.zero(after.net().getCurrencyUnit());
        for (int i = 0; i < reduced.size(); i++) {
            QuoteLine line = lines.get(i).withItem(reduced.get(i));
            priced.add(line);
            tax = tax.plus(line.tax());
        }
        return new QuoteTotals(priced, after.list(), after.net(), tax, after.discount());
    }

    private static List<LineItem> reduced(List<LineItem> items, Money off) {
        if (off.isZero()) {
            return items;
        }
        List<Money> shares = Allocation.byWeight(
                off, items.stream().map(item -> item.total().getAmount()).toList());
        List<LineItem> reduced = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            reduced.add(items.get(i).withReduction(shares.get(i)));
        }
        return reduced;
    }

    /** Returns the total to be paid: net and tax. */
    public Money total() {
        return net.plus(tax);
    }
}
