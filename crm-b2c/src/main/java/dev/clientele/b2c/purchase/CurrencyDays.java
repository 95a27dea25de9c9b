package dev.clientele.b2c.purchase;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * A {@link PurchaseHistory} in the form in which a ledger keeps it: five columns of equal length.
 *
 * @param currency of all amounts
 * @param days days since 1970-01-01, ascending
 * @param purchases how many purchases on each day
 * @param bought minor units bought on each day
 * @param refunded minor units refunded under each day
 */
public record CurrencyDays(
        CurrencyUnit currency, List<Long> days, List<Long> purchases, List<Long> bought, List<Long> refunded) {

    /** Copies, and checks that the columns are equally long. */
    public CurrencyDays {
        days = List.copyOf(days);
        purchases = List.copyOf(purchases);
        bought = List.copyOf(bought);
        refunded = List.copyOf(refunded);
        int size = days.size();
        if (purchases.size() != size || bought.size() != size || refunded.size() != size) {
            throw new IllegalArgumentException("columns must be equally long");
        }
    }

    static CurrencyDays of(PurchaseHistory history) {
        int size = history.days();
        List<Long> days = new ArrayList<>(size);
        List<Long> purchases = new ArrayList<>(size);
        List<Long> bought = new ArrayList<>(size);
        List<Long> refunded = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            days.add((long) history.day(i));
            purchases.add((long) history.count(i));
            bought.add(history.bought(i));
            refunded.add(history.refunded(i));
        }
        return new CurrencyDays(history.currency(), days, purchases, bought, refunded);
    }

    PurchaseHistory history() {
        return new PurchaseHistory(
                currency,
                days.stream().mapToInt(Math::toIntExact).toArray(),
                purchases.stream().mapToInt(Math::toIntExact).toArray(),
                bought.stream().mapToLong(Long::longValue).toArray(),
                refunded.stream().mapToLong(Long::longValue).toArray());
    }
}
