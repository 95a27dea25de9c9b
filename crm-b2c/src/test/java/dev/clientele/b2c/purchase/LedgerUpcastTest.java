package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LedgerUpcastTest {

    @Test
    void days_in_columns_and_refunds_that_wait_are_read_as_one_text() {
        Map<String, Object> json = new HashMap<>();
        json.put("zone", "Z");
        json.put(
                "days",
                List.of(Map.of(
                        "currency", "GBP",
                        "days", List.of(20_000, 20_003),
                        "purchases", List.of(1, 2),
                        "bought", List.of(4500, 999),
                        "refunded", List.of(0, 400))));
        json.put("pending_refunds", List.of(Map.of("original", "shop:1", "day", "2026-01-15", "amount", "EUR 4.00")));

        Map<String, Object> read = ListedDays.toText(json);

        PurchaseHistory pounds = PurchaseHistory.builder(CurrencyUnit.GBP)
                .addDay(20_000, 1, 4500, 0)
                .addDay(20_003, 2, 999, 400)
                .build();
        PurchaseHistory euros = PurchaseHistory.builder(CurrencyUnit.EUR)
                .addRefund(LocalDate.of(2026, 1, 15), Money.parse("EUR 4"))
                .build();
        assertThat(read).containsOnlyKeys("zone", "days");
        assertThat(HistoryText.readAll(String.valueOf(read.get("days"))))
                .isEqualTo(Map.of("GBP", pounds, "EUR", euros));
    }
}
