package dev.clientele.b2b.catalog;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The totals of lines in their one currency. {@code net = oneOff + recurring}. Pure; immutable and thread-safe.
 *
 * @param list at list prices
 * @param net all lines over all their billing periods: the total contract value
 * @param oneOff of what is paid once
 * @param recurring of what is paid again, over all its billing periods
 * @param annual what comes in within a year of what is paid again: the annual recurring value
 * @param maxDiscount the largest discount of a line against list, 0 to 1, as {@link #discount}
 */
public record LineTotals(Money list, Money net, Money oneOff, Money recurring, Money annual, BigDecimal maxDiscount) {

    /** The number of digits after the point of a discount. */
    public static final int DISCOUNT_SCALE = 4;

    private static final int MONTHS = 12;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(DISCOUNT_SCALE);

    /**
     * Computes the totals of lines; empty if there are none.
     *
     * @throws InvalidValueException if they aren't all in one currency
     */
    public static Optional<LineTotals> of(List<LineItem> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        CurrencyUnit currency = lines.get(0).listPrice().getCurrencyUnit();
        Money list = Money.zero(currency);
        Money oneOff = list;
        Money recurring = list;
        Money annual = list;
        BigDecimal deepest = NOTHING;
        for (LineItem line : lines) {
            if (!line.listPrice().getCurrencyUnit().equals(currency)) {
                throw new InvalidValueException(
                        "lines",
                        ViolationCode.CURRENCY,
                        "must all be in " + currency + ", got "
                                + line.listPrice().getCurrencyUnit() + " in line " + line.number());
            }
            list = list.plus(line.listAmount());
            annual = annual.plus(line.annual());
            if (line.billing().isRecurring()) {
                recurring = recurring.plus(line.total());
            } else {
                oneOff = oneOff.plus(line.total());
            }
            deepest = deepest.max(discount(line.listAmount(), line.total()));
        }
        return Optional.of(new LineTotals(list, oneOff.plus(recurring), oneOff, recurring, annual, deepest));
    }

    /** Computes the discount on the whole, as a share of the list price. */
    public BigDecimal discount() {
        return discount(list, net);
    }

    /** Computes the monthly recurring value: a twelfth of {@link #annual}, rounded half up. */
    public Money monthly() {
        return annual.dividedBy(MONTHS, RoundingMode.HALF_UP);
    }

    /**
     * Computes the discount from a list price to a net price, as a share: 0 to 1 in four digits, rounded up so that a
     * limit is not passed unseen; 0 for more than the list price, and if that is zero.
     */
    public static BigDecimal discount(Money list, Money net) {
        if (!list.isPositive() || !net.isLessThan(list)) {
            return NOTHING;
        }
        return list.minus(net).getAmount().divide(list.getAmount(), DISCOUNT_SCALE, RoundingMode.CEILING);
    }
}
