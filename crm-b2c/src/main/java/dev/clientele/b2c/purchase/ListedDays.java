package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The reading of ledgers of version 1, which listed their days in columns and held the refunds that wait for a purchase. These
 * stay on their own day until {@link Purchases#rebuild}.
 */
final class ListedDays {

    private ListedDays() {}

    static Map<String, Object> toText(Map<String, Object> json) {
        Map<String, PurchaseHistoryBuilder> histories = new TreeMap<>();
        for (Object columns : list(json.remove("days"))) {
            List<?> days = list(member(columns, "days"));
            List<?> counts = list(member(columns, "purchases"));
            List<?> bought = list(member(columns, "bought"));
            List<?> refunded = list(member(columns, "refunded"));
            PurchaseHistoryBuilder history = in(histories, CurrencyUnit.of(text(columns, "currency")));
            for (int i = 0; i < days.size(); i++) {
                history.addDay(
                        Math.toIntExact(number(days.get(i))),
                        Math.toIntExact(number(counts.get(i))),
                        number(bought.get(i)),
                        number(refunded.get(i)));
            }
        }
        for (Object waiting : list(json.remove("pending_refunds"))) {
            Money amount = Money.parse(text(waiting, "amount"));
            in(histories, amount.getCurrencyUnit()).addRefund(LocalDate.parse(text(waiting, "day")), amount);
        }
        String text = HistoryText.write(
                histories.values().stream().map(PurchaseHistoryBuilder::build).toList());
        if (!text.isEmpty()) {
            json.put("days", text);
        }
        return json;
    }

    private static PurchaseHistoryBuilder in(Map<String, PurchaseHistoryBuilder> histories, CurrencyUnit currency) {
        return histories.computeIfAbsent(currency.getCode(), code -> PurchaseHistory.builder(currency));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> entries ? entries.get(name) : null;
    }

    private static String text(@Nullable Object value, String name) {
        return String.valueOf(member(value, name));
    }

    private static long number(@Nullable Object value) {
        return Long.parseLong(String.valueOf(value));
    }
}
