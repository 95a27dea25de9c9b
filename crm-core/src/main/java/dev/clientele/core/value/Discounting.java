package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Brings money of different days to one day.
 *
 * <p>A flow {@code C} on day {@code d} is worth {@code C * v(years(on, d))} on day {@code on}, where {@code v} is
 * {@link DiscountRate#discountFactor} and {@code years} is {@link DayCount#years}. Flows before that day are carried forward by
 * the same rule and count for more than their amount (at a positive rate).
 *
 * <p>Rounding: the factor is a {@code double} (relative error below 1e-13 over a century at rates up to 100 %); it is taken at its exact binary
 * value, products and sums are exact decimals, and only a result in {@link Money} is rounded, once, half to even, to the
 * currency's minor unit. The {@link BigMoney} form isn't rounded, and is therefore exactly additive over flows.
 * Results are the same on every machine.
 *
 * @param rate the yearly rate
 * @param dayCount how years are counted
 */
public record Discounting(DiscountRate rate, DayCount dayCount) {
    /** Later money counts in full. */
    public static final Discounting NONE = new Discounting(DiscountRate.ZERO, DayCount.ACT_365F);

    /** Refuses nulls. */
    public Discounting {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(dayCount, "dayCount");
    }

    /** Returns discounting at a rate over years so counted. */
    public static Discounting of(DiscountRate rate, DayCount dayCount) {
        return new Discounting(rate, dayCount);
    }

    /**
     * Computes what 1 on {@code date} is worth on {@code on}.
     *
     * @throws ArithmeticException if the factor is too large for a {@code double}
     */
    public double discountFactor(LocalDate on, LocalDate date) {
        return rate.discountFactor(dayCount.years(on, date));
    }

    /**
     * Computes what the flows are worth on a day, rounded once, half to even, to the currency's minor unit.
     *
     * @param currency the currency of every flow; the value of no flows is zero in it
     * @throws IllegalArgumentException if a flow is in another currency
     */
    public Money presentValue(CurrencyUnit currency, LocalDate on, Iterable<CashFlow> flows) {
        return exactPresentValue(currency, on, flows).toMoney(RoundingMode.HALF_EVEN);
    }

    /**
     * Computes the same without rounding, for sums that are rounded later. It may have several hundred decimal places.
     *
     * @throws IllegalArgumentException if a flow is in another currency
     */
    public BigMoney exactPresentValue(CurrencyUnit currency, LocalDate on, Iterable<CashFlow> flows) {
        Objects.requireNonNull(currency, "currency");
        BigDecimal sum = BigDecimal.ZERO;
        for (CashFlow flow : flows) {
            checkArgument(
                    flow.amount().getCurrencyUnit().equals(currency),
                    "every flow must be in %s, got one in %s",
                    currency,
                    flow.amount().getCurrencyUnit());
            // The exact value of the double: its shortest decimal form differs between JDK releases.
            BigDecimal factor = new BigDecimal(discountFactor(on, flow.date()));
            sum = sum.add(flow.amount().getAmount().multiply(factor));
        }
        return BigMoney.of(currency, sum);
    }

    /**
     * Computes what is left of the flows after an outlay on the day itself: present value minus outlay.
     *
     * @param outlay what is spent on {@code on}, as a positive amount; its currency is that of every flow
     * @throws IllegalArgumentException if a flow is in another currency
     */
    public Money netPresentValue(Money outlay, LocalDate on, Iterable<CashFlow> flows) {
        return exactPresentValue(outlay.getCurrencyUnit(), on, flows)
                .minus(outlay)
                .toMoney(RoundingMode.HALF_EVEN);
    }

    /** Returns a text for people: {@code 10% annual, ACT/365F}. */
    @Override
    public String toString() {
        return rate + ", " + dayCount;
    }
}
