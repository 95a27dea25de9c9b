package dev.clientele.b2c.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchasePolicy;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What counts: same day, time zone, refunds, late arrivals. */
class PurchaseBookTest {

    private static final Id<Person> ANA = Id.of(new UUID(0x7000, 1L << 63));
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    private static Money eur(int amount) {
        return Money.of(EUR, amount);
    }

    private static Purchase bought(String order, int amount, String when) {
        return Purchase.of("shop", order, ANA, eur(amount), Instant.parse(when));
    }

    private static Purchase refunded(String refund, String order, int amount, String when) {
        return Purchase.refund("shop", refund, ANA, eur(amount), Instant.parse(when))
                .withOriginal("shop", order);
    }

    private static PurchaseBook<Id<Person>> book(Purchase... log) {
        return PurchaseBook.ofPurchases(Stream.of(log), EUR, PurchasePolicy.standard());
    }

    @Test
    void purchases_of_one_day_are_one_unless_the_rule_says_otherwise() {
        PurchaseBook<Id<Person>> book =
                book(bought("1", 5, "2024-03-01T08:00:00Z"), bought("2", 7, "2024-03-01T18:00:00Z"));

        assertThat(book.purchases()).isEqualTo(1);
        assertThat(book.spend()).isEqualTo(eur(12));
        assertThat(book.withCountingRule(new CountingRule(SameDay.SEPARATE_PURCHASES, Refunds.UNDO_PURCHASE))
                        .purchases())
                .isEqualTo(2);
    }

    @Test
    void the_place_says_on_which_day_a_purchase_falls() {
        PurchasePolicy apia = PurchasePolicy.standard().withZone(ZoneId.of("Pacific/Apia"));
        PurchaseBook<Id<Person>> book =
                PurchaseBook.ofPurchases(Stream.of(bought("1", 5, "2024-03-01T20:00:00Z")), EUR, apia);

        assertThat(book.buyers().get(0).first()).isEqualTo(LocalDate.of(2024, 3, 2));
    }

    @Test
    void a_key_counts_once() {
        Purchase one = bought("1", 5, "2024-03-01T08:00:00Z");

        assertThat(book(one, one)).isEqualTo(book(one));
    }

    @Test
    void a_refund_lowers_the_day_of_its_purchase_even_if_it_comes_first() {
        Purchase back = refunded("r", "1", 5, "2024-06-01T08:00:00Z");
        Purchase first = bought("1", 5, "2024-03-01T08:00:00Z");
        Purchase second = bought("2", 9, "2024-04-01T08:00:00Z");

        assertThat(book(back, first, second)).isEqualTo(book(second, first, back));
        assertThat(book(back, first, second).buyers().get(0).first()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(book(back, first, second).spend()).isEqualTo(eur(9));
    }

    @Test
    void whoever_gave_everything_back_is_no_buyer() {
        PurchaseBook<Id<Person>> book =
                book(bought("1", 5, "2024-03-01T08:00:00Z"), refunded("r", "1", 5, "2024-03-09T08:00:00Z"));

        assertThat(book.buyers()).isEmpty();
        assertThat(book.dayRange()).isEmpty();
        assertThat(book.spend()).isEqualTo(eur(0));
        assertThat(book.histories()).hasSize(1);
    }

    @Test
    void amounts_in_other_currencies_are_left_out() {
        Purchase dollars =
                Purchase.of("shop", "2", ANA, Money.of(CurrencyUnit.USD, 3), Instant.parse("2024-03-02T08:00:00Z"));

        assertThat(book(dollars, bought("1", 5, "2024-03-01T08:00:00Z")))
                .isEqualTo(book(bought("1", 5, "2024-03-01T08:00:00Z")));
    }

    @Test
    void books_of_different_rules_or_currencies_do_not_merge() {
        PurchaseBook<String> one =
                PurchaseBook.<String>builder(EUR, CountingRule.standard()).build();
        PurchaseBook<String> dollars = PurchaseBook.<String>builder(CurrencyUnit.USD, CountingRule.standard())
                .build();
        CountingRule ignoring = new CountingRule(SameDay.ONE_PURCHASE, Refunds.IGNORED);

        assertThatThrownBy(() -> one.merge(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency must be EUR, was USD");
        assertThatThrownBy(() -> one.merge(one.withCountingRule(ignoring)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rule must be");
    }

    @Test
    void texts_do_not_show_who() {
        assertThat(book(bought("1", 5, "2024-03-01T08:00:00Z")).toString()).isEqualTo("PurchaseBook[1 buyers, EUR]");
        assertThat(book(bought("1", 5, "2024-03-01T08:00:00Z")).buyers().get(0).toString())
                .doesNotContain(ANA.toString());
    }
}
