package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Amounts and totals beyond 64 bits are refused by a typed error, wherever they are summed. */
class MinorUnitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Money LARGEST = Money.ofMinor(CurrencyUnit.EUR, Long.MAX_VALUE);

    private static void refused(ThrowingCallable sum) {
        assertThatThrownBy(sum)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.violation().code()).isEqualTo(ViolationCode.RANGE));
    }

    @Test
    void an_amount_beyond_64_bits_is_refused() {
        refused(() -> MinorUnits.of(Money.of(CurrencyUnit.EUR, new BigDecimal("1e18"))));
        assertThat(MinorUnits.of(LARGEST)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_day_whose_purchases_go_beyond_is_refused() {
        refused(() -> PurchaseHistory.builder(CurrencyUnit.EUR)
                .addPurchase(DAY, LARGEST)
                .addPurchase(DAY, Money.of(CurrencyUnit.EUR, 1))
                .build());
    }

    @Test
    void a_history_whose_days_go_beyond_is_refused() {
        PurchaseHistory history = PurchaseHistory.builder(CurrencyUnit.EUR)
                .addPurchase(DAY, LARGEST)
                .addPurchase(DAY.plusDays(1), Money.of(CurrencyUnit.EUR, 1))
                .build();

        refused(() -> history.summary(DAY.plusDays(2), CountingRule.standard()));
    }
}
