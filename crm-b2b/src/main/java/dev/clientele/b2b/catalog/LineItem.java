package dev.clientele.b2b.catalog;

import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of a product at a price: a line of a deal or quote. The line copies the product's data when it is made, so
 * later changes of the product or its prices don't change it. Immutable and thread-safe.
 *
 * <p>What comes in each billing period is {@code quantity × unitPrice}, rounded half up to the minor unit, less the
 * discount, which is rounded likewise; {@link #total} is that times the number of periods, less the line's share of a
 * discount on the whole. So a line is rounded where it is invoiced, and nothing is rounded again when lines are added
 * up.
 *
 * @param number by which it is known among the lines of its deal or quote, from 1
 * @param product the product
 * @param code the product's code
 * @param name the product's name then
 * @param family the product's line then, if it belonged to one
 * @param billing how often it is paid for
 * @param periods for how many billing periods it is sold, 1 to 1,200; 1 of what is paid once
 * @param quantity how many: above 0, at most four digits after the point
 * @param listPrice what one costs each period by the price book
 * @param unitPrice what one costs here, before the discount; null for the list price
 * @param discount off each period's amount; null for none
 * @param reduction its share of a discount on the whole of a quote; null for none
 */
public record LineItem(
        int number,
        Id<Product> product,
        String code,
        String name,
        @Nullable String family,
        BillingFrequency billing,
        int periods,
        BigDecimal quantity,
        Money listPrice,
        @Nullable Money unitPrice,
        @Nullable Discount discount,
        @Nullable Money reduction) {

    private static final int MONTHS_OF_YEAR = 12;
    private static final int QUANTITY_SCALE = 4;
    private static final int MAX_PERIODS = 1200;
    private static final BigDecimal MAX_QUANTITY = BigDecimal.TEN.pow(12);
    private static final TextRule CODE = TextRule.key(64);
    private static final TextRule NAME = TextRule.line(200);

    /**
     * Checks all components.
     *
     * @throws InvalidValueException if something is out of range, or not in the currency of the list price
     */
    public LineItem {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(billing, "billing");
        Objects.requireNonNull(listPrice, "listPrice");
        code = CODE.check("code", code);
        name = NAME.check("name", name);
        require(number >= 1, "number must be at least 1, got ", number);
        require(
                periods >= 1 && periods <= (billing.isRecurring() ? MAX_PERIODS : 1),
                "periods must be 1 to " + MAX_PERIODS + ", or 1 of what is paid once, got ",
                periods);
        quantity = quantity(quantity);
        requirePrice("listPrice", listPrice, listPrice);
        if (unitPrice != null) {
            requirePrice("unitPrice", unitPrice, listPrice);
        }
        if (discount != null && discount.equals(Discount.none())) {
            discount = null;
        }
        Money before = before(quantity, unitPrice == null ? listPrice : unitPrice, discount, periods);
        if (reduction != null) {
            requirePrice("reduction", reduction, listPrice);
            require(!reduction.isGreaterThan(before), "reduction must be at most " + before + ", got ", reduction);
            reduction = reduction.isZero() ? null : reduction;
        }
    }

    /**
     * Returns a line for a quantity of a product at its list price, for one billing period, or for a year if it recurs.
     */
    public static LineItem of(int number, Product product, BigDecimal quantity, Money listPrice) {
        BillingFrequency billing = product.billing();
        return new LineItem(
                number,
                product.id(),
                product.code(),
                product.name(),
                product.get(Product.FAMILY),
                billing,
                billing.isRecurring() ? MONTHS_OF_YEAR / billing.months() : 1,
                quantity,
                listPrice,
                null,
                null,
                null);
    }

    /** Returns the price of one unit each period, before the discount. */
    public Money price() {
        return unitPrice == null ? listPrice : unitPrice;
    }

    /** Computes the amount of each billing period, before the discount on the whole. */
    public Money perPeriod() {
        Money full = times(price(), quantity);
        return discount == null ? full : full.minus(discount.amountOff(full));
    }

    /** Computes the line's total before the discount on the whole. */
    public Money beforeReduction() {
        return perPeriod().multipliedBy(periods);
    }

    /** Computes the line's total over all its periods. */
    public Money total() {
        return reduction == null ? beforeReduction() : beforeReduction().minus(reduction);
    }

    /** Computes the line's total at list prices. */
    public Money listAmount() {
        return times(listPrice, quantity).multipliedBy(periods);
    }

    /**
     * Computes the amount of one year, if the line recurs, rounded half up where a discount on the whole leaves a
     * fraction; else zero.
     */
    public Money annual() {
        if (!billing.isRecurring()) {
            return Money.zero(listPrice.getCurrencyUnit());
        }
        Money months = total().multipliedBy(MONTHS_OF_YEAR);
        return months.dividedBy((long) billing.months() * periods, RoundingMode.HALF_UP);
    }

    /** Returns a copy with another number. */
    public LineItem withNumber(int newNumber) {
        return copy(newNumber, periods, quantity, listPrice, unitPrice, discount, reduction);
    }

    /** Returns a copy for so many billing periods. */
    public LineItem withPeriods(int newPeriods) {
        return copy(number, newPeriods, quantity, listPrice, unitPrice, discount, reduction);
    }

    /** Returns a copy with this quantity at this list price; the unit price stays if it was set. */
    public LineItem withQuantity(BigDecimal newQuantity, Money newListPrice) {
        return copy(number, periods, newQuantity, newListPrice, unitPrice, discount, reduction);
    }

    /** Returns a copy with a unit price of its own, or at the list price if that is null. */
    public LineItem withUnitPrice(@Nullable Money newUnitPrice) {
        return copy(number, periods, quantity, listPrice, newUnitPrice, discount, reduction);
    }

    /** Returns a copy with this discount in place of the one it has. */
    public LineItem withDiscount(Discount newDiscount) {
        return copy(number, periods, quantity, listPrice, unitPrice, newDiscount, reduction);
    }

    /** Returns a copy with this share of a discount on the whole in place of the one it has. */
    public LineItem withReduction(@Nullable Money newReduction) {
        return copy(number, periods, quantity, listPrice, unitPrice, discount, newReduction);
    }

    private LineItem copy(
            int newNumber,
            int newPeriods,
            BigDecimal newQuantity,
            Money newListPrice,
            @Nullable Money newUnitPrice,
            @Nullable Discount newDiscount,
            @Nullable Money newReduction) {
        return new LineItem(
                newNumber,
                product,
                code,
                name,
                family,
                billing,
                newPeriods,
                newQuantity,
                newListPrice,
                newUnitPrice,
                newDiscount,
                newReduction);
    }

    private static Money before(BigDecimal quantity, Money price, @Nullable Discount discount, int periods) {
        Money full = times(price, quantity);
        return (discount == null ? full : full.minus(discount.amountOff(full))).multipliedBy(periods);
    }

    private static Money times(Money price, BigDecimal quantity) {
        return price.multipliedBy(quantity, RoundingMode.HALF_UP);
    }

    private static BigDecimal quantity(BigDecimal quantity) {
        boolean fits = quantity.signum() > 0
                && quantity.compareTo(MAX_QUANTITY) <= 0
                && quantity.stripTrailingZeros().scale() <= QUANTITY_SCALE;
        require(
                fits,
                "quantity must be above 0, at most " + MAX_QUANTITY + " and have at most " + QUANTITY_SCALE
                        + " digits after the point, got ",
                quantity);
        return quantity.setScale(QUANTITY_SCALE, RoundingMode.UNNECESSARY);
    }

    private static void requirePrice(String argument, Money price, Money list) {
        require(
                price.getCurrencyUnit().equals(list.getCurrencyUnit()) && !price.isNegative(),
                argument + " must be zero or more in " + list.getCurrencyUnit() + ", got ",
                price);
    }

    private static void require(boolean holds, String message, Object got) {
        if (!holds) {
            throw new InvalidValueException("", ViolationCode.FORM, message + got);
        }
    }
}
