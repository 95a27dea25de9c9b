package dev.clientele.b2b.deal.quote;

import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote: a quantity of a product, and its tax rate. Immutable and thread-safe.
 *
 * @param item the line item
 * @param taxRate 0 to 1 with at most six digits after the point; null for no tax
 */
public record QuoteLine(LineItem item, @Nullable BigDecimal taxRate) {

    private static final int SCALE = 6;

    /** Checks the rate. */
    public QuoteLine {
        Objects.requireNonNull(item, "item");
        if (taxRate != null) {
            boolean fits = taxRate.signum() >= 0
                    && taxRate.compareTo(BigDecimal.ONE) <= 0
                    && taxRate.stripTrailingZeros().scale() <= SCALE;
            if (!fits) {
                throw new InvalidValueException(
                        "taxRate",
                        ViolationCode.RANGE,
                        "must be 0 to 1 with at most " + SCALE + " digits after the point, got " + taxRate);
            }
            taxRate = taxRate.signum() == 0 ? null : taxRate.setScale(SCALE, RoundingMode.UNNECESSARY);
        }
    }

    /** Returns a line without tax. */
    public static QuoteLine of(LineItem item) {
        return new QuoteLine(item, null);
    }

    /** Returns the line's total after all discounts, before tax. */
    public Money net() {
        return item.total();
    }

    /** Computes the tax: the rate times {@link #net}, rounded half up to the minor unit. */
    public Money tax() {
        return taxRate == null
                ? Money.zero(net().getCurrencyUnit())
                : net().multipliedBy(taxRate, RoundingMode.HALF_UP);
    }

    /** Returns the total to be paid for it. */
    public Money gross() {
        return net().plus(tax());
    }

    /** Returns a copy with another tax rate. */
    public QuoteLine withTaxRate(@Nullable BigDecimal rate) {
        return new QuoteLine(item, rate);
    }

    /** Returns a copy with another item. */
    QuoteLine withItem(LineItem other) {
        return new QuoteLine(other, taxRate);
    }
}
