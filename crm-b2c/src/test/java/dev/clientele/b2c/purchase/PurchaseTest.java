package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PurchaseTest {

    private static final Id<Person> ANA = Id.parse("00000000-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-10T12:00:00Z");

    @Test
    void a_negative_amount_is_refused_in_favour_of_a_refund() {
        assertThatThrownBy(() -> Purchase.of("shop", "1", ANA, Money.parse("GBP -1"), WHEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refund");
    }

    @Test
    void a_refund_names_its_purchase_by_key() {
        Purchase refund =
                Purchase.refund("shop", "r", ANA, Money.parse("GBP 1"), WHEN).withOriginal("shop", "1");

        assertThat(refund.original()).contains("shop:1");
        assertThat(refund.key()).isEqualTo("shop:r");
        assertThat(refund.isRefund()).isTrue();
    }

    @Test
    void a_purchase_has_no_original() {
        assertThatThrownBy(() -> Purchase.of("shop", "1", ANA, Money.parse("GBP 1"), WHEN)
                        .withOriginal("shop", "0"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_purchase_without_source_can_not_be_recorded() {
        Purchase loose = Purchase.TYPE
                .newEvent(WHEN, ANA)
                .with(Purchase.KIND, PurchaseKind.PURCHASE)
                .with(Purchase.AMOUNT, Money.parse("GBP 1"));

        assertThatThrownBy(loose::requireValid)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }
}
