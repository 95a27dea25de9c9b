package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void purchases_of_one_day_are_one_purchase_of_their_total() {
        PurchaseSummary summary = euros().addPurchase(DAY, eur("10.00"))
                .addPurchase(DAY, eur("2.50"))
                .addPurchase(DAY.plusDays(7), eur("5.00"))
                .build()
                .summary(DAY.plusDays(14), CountingRule.standard())
                .orElseThrow();

        assertThat(summary.purchases()).isEqualTo(2);
        assertThat(summary.repeats()).isEqualTo(1);
        assertThat(summary.recencyDays()).isEqualTo(7);
        assertThat(summary.ageDays()).isEqualTo(14);
        assertThat(summary.firstSpend()).isEqualTo(eur("12.50"));
        assertThat(summary.repeatSpend()).isEqualTo(eur("5.00"));
    }

    @Test
    void purchases_of_one_day_may_count_separately() {
        CountingRule separate = new CountingRule(SameDay.SEPARATE_PURCHASES, Refunds.IGNORED);
        PurchaseHistory history = euros().addPurchase(DAY, eur("10.00"))
                .addPurchase(DAY, eur("2.00"))
                .build();

        assertThat(history.summary(DAY, separate).orElseThrow().repeats()).isEqualTo(1);
    }

    @Test
    void a_wholly_refunded_day_is_no_purchase_day() {
        PurchaseHistory history = euros().addPurchase(DAY, eur("10.00"))
                .addRefund(DAY, eur("10.00"))
                .addPurchase(DAY.plusDays(3), eur("4.00"))
                .build();

        assertThat(history.summary(DAY.plusDays(3), CountingRule.standard())
                        .orElseThrow()
                        .first())
                .isEqualTo(DAY.plusDays(3));
    }

    @Test
    void a_refund_may_lower_the_spend_only_or_nothing() {
        PurchaseHistory history = euros().addPurchase(DAY, eur("10.00"))
                .addRefund(DAY, eur("10.00"))
                .build();
        CountingRule reduce = new CountingRule(SameDay.ONE_PURCHASE, Refunds.REDUCE_SPEND);
        CountingRule ignore = new CountingRule(SameDay.ONE_PURCHASE, Refunds.IGNORED);

        assertThat(history.summary(DAY, reduce).orElseThrow().totalSpend()).isEqualTo(eur("0.00"));
        assertThat(history.summary(DAY, ignore).orElseThrow().totalSpend()).isEqualTo(eur("10.00"));
    }

    @Test
    void purchases_after_the_date_are_left_out() {
        PurchaseHistory history = euros().addPurchase(DAY, eur("1.00")).build();

        assertThat(history.summary(DAY.minusDays(1), CountingRule.standard())).isEmpty();
    }

    @Test
    void another_currency_is_refused() {
        assertThatThrownBy(() -> euros().addPurchase(DAY, Money.parse("USD 1.00")))
                .hasMessage("currency must be EUR, was USD");
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatThrownBy(() -> euros().addPurchase(DAY, eur("-1.00"))).hasMessageContaining("add a refund");
    }

    @Test
    void the_day_is_that_of_the_shop() {
        Instant late = Instant.parse("2026-03-01T23:30:00Z");

        assertThat(PurchaseClock.inZone(ZoneId.of("Europe/Berlin")).dayOf(late)).isEqualTo(DAY.plusDays(1));
        assertThat(PurchaseClock.inZone(ZoneId.of("Europe/London")).dayOf(late)).isEqualTo(DAY);
    }

    @Test
    void late_reports_count_unless_a_limit_is_set() {
        PurchaseClock patient = PurchaseClock.inZone(ZoneId.of("UTC"));
        PurchaseClock strict = patient.reportedWithin(Duration.ofDays(2));
        Instant then = Instant.parse("2026-03-01T12:00:00Z");
        Instant later = then.plus(Duration.ofDays(3));

        assertThat(patient.isCounted(then, later)).isTrue();
        assertThat(strict.isCounted(then, later)).isFalse();
        assertThat(strict.isCounted(then, then.plus(Duration.ofDays(2)))).isTrue();
    }

    @Test
    void its_text_tells_nothing_about_the_person() {
        assertThat(euros().addPurchase(DAY, eur("1.00")).build()).hasToString("PurchaseHistory[1 days, EUR]");
    }

    private static PurchaseHistoryBuilder euros() {
        return PurchaseHistory.builder(CurrencyUnit.EUR);
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new java.math.BigDecimal(amount));
    }
}
