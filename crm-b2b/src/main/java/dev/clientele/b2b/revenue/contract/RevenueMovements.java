package dev.clientele.b2b.revenue.contract;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The movements of recurring revenue between two days. {@code start + gained + expansion − contraction − churn = end}.
 * All amounts are in one currency; pure.
 *
 * @param start the monthly recurring revenue of the first day
 * @param newRevenue from customers who paid nothing on the first day
 * @param expansion how much more those pay that paid on both days
 * @param contraction how much less those pay that paid on both days
 * @param churn what those paid that pay nothing on the last day
 * @param end the monthly recurring revenue of the last day
 * @param customers how many paid on the first day
 * @param retainedCustomers how many of them pay on the last day
 */
public record RevenueMovements(
        Money start,
        Money newRevenue,
        Money expansion,
        Money contraction,
        Money churn,
        Money end,
        long customers,
        long retainedCustomers) {

    /** Checks that the figures add up. */
    public RevenueMovements {
        Money sum = start.plus(newRevenue).plus(expansion).minus(contraction).minus(churn);
        if (!sum.isEqual(end)) {
            throw new IllegalArgumentException("movements must add up to the end, " + end + ", got " + sum);
        }
        if (retainedCustomers < 0 || retainedCustomers > customers) {
            throw new IllegalArgumentException("kept must be 0 to " + customers + ", got " + retainedCustomers);
        }
    }

    /**
     * Computes the movements between the amounts of each customer on one day and on another.
     *
     * @param before by customer, each zero or more; who isn't there paid nothing
     * @param after by customer, likewise
     * @throws IllegalArgumentException if an amount is negative
     */
    public static <K> RevenueMovements between(CurrencyUnit currency, Map<K, Money> before, Map<K, Money> after) {
        Money zero = Money.zero(currency);
        Money[] sums = {zero, zero, zero, zero, zero, zero};
        long customers = 0;
        long kept = 0;
        Set<K> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (K customer : all) {
            Money was = notNegative(before.getOrDefault(customer, zero));
            Money is = notNegative(after.getOrDefault(customer, zero));
            sums[0] = sums[0].plus(was);
            sums[5] = sums[5].plus(is);
            if (was.isZero()) {
                sums[1] = sums[1].plus(is);
                continue;
            }
            customers++;
            kept += is.isZero() ? 0 : 1;
            int kind = is.isZero() ? 4 : is.isLessThan(was) ? 3 : 2;
            sums[kind] = sums[kind].plus(is.minus(was).abs());
        }
        return new RevenueMovements(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], customers, kept);
    }

    private static Money notNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("recurring revenue must not be negative, got " + amount);
        }
        return amount;
    }

    /**
     * Computes net revenue retention: the revenue on the last day of the customers of the first day, over their revenue
     * on the first; empty without any.
     */
    public OptionalDouble netRetention() {
        return share(start.plus(expansion).minus(contraction).minus(churn));
    }

    /**
     * Computes gross revenue retention: as {@link #netRetention}, no customer counting for more than on the first day;
     * empty without any.
     */
    public OptionalDouble grossRetention() {
        return share(start.minus(contraction).minus(churn));
    }

    /**
     * Computes logo retention: the number of customers of the first day that are left, over their number; empty without
     * any.
     */
    public OptionalDouble logoRetention() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retainedCustomers / customers);
    }

    private OptionalDouble share(Money part) {
        return start.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        part.getAmount().doubleValue() / start.getAmount().doubleValue());
    }
}
