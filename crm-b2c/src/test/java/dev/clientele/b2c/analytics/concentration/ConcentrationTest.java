package dev.clientele.b2c.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.PurchaseBookBuilder;
import dev.clientele.b2c.purchase.CountingRule;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final DayRange JANUARY = DayRange.of(START, START.plusDays(30));
    private static final DayRange FEBRUARY = DayRange.of(START.plusDays(31), START.plusDays(59));

    private static PurchaseBook<Integer> spending(int... amounts) {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 0; i < amounts.length; i++) {
            book.addPurchase(i, START.plusDays(i % 31), Money.of(CurrencyUnit.EUR, amounts[i]));
        }
        return book.build();
    }

    @Test
    void shares_lorenz_curve_and_gini_are_those_worked_by_hand() {
        ValueConcentration some = ValueConcentration.of(spending(10, 40, 30, 20), JANUARY);

        assertThat(some.shareOfTop(.25)).isCloseTo(.4, within(1e-15));
        assertThat(some.shareOfTop(.3)).isCloseTo(.7, within(1e-15));
        assertThat(some.lorenz(.5)).isCloseTo(.3, within(1e-15));
        assertThat(some.gini()).isCloseTo(.25, within(1e-15));
        assertThat(some.fractionWithShare(.7)).isCloseTo(.5, within(1e-15));
        assertThat(some.spend()).isEqualTo(Money.of(CurrencyUnit.EUR, 100));
    }

    @Test
    void all_alike_is_no_concentration_and_one_for_all_the_highest() {
        assertThat(ValueConcentration.of(spending(5, 5, 5, 5), JANUARY).gini()).isCloseTo(0, within(1e-15));
        assertThat(ValueConcentration.of(spending(0, 0, 0, 5), JANUARY).gini()).isCloseTo(.75, within(1e-15));
    }

    @Test
    void nobody_and_nothing_are_zero() {
        ValueConcentration nobody = ValueConcentration.of(spending(), JANUARY);

        assertThat(nobody.customers()).isZero();
        assertThat(nobody.gini()).isZero();
        assertThat(nobody.shareOfTop(1)).isZero();
        assertThat(nobody.deciles())
                .allSatisfy(group -> assertThat(group.customers()).isZero());
        assertThat(ValueConcentration.of(spending(0, 0), JANUARY).gini()).isZero();
    }

    @Test
    void equal_spend_ranks_by_purchases_then_recency_then_name() {
        PurchaseBookBuilder<String> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        Money ten = Money.of(CurrencyUnit.EUR, 10);
        book.addPurchase("late", START.plusDays(9), ten);
        book.addPurchase("twice", START, ten.dividedBy(2, RoundingMode.UNNECESSARY));
        book.addPurchase("twice", START.plusDays(1), ten.dividedBy(2, RoundingMode.UNNECESSARY));
        book.addPurchase("b", START, ten);
        book.addPurchase("a", START, ten);

        assertThat(RankedBuyer.rankAll(book.build(), JANUARY))
                .extracting(RankedBuyer::customer)
                .containsExactly("twice", "late", "a", "b");
    }

    @Test
    void customers_move_between_tenths() {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 1; i <= 10; i++) {
            book.addPurchase(i, START, Money.of(CurrencyUnit.EUR, i));
            if (i != 10) {
                book.addPurchase(i, START.plusDays(40), Money.of(CurrencyUnit.EUR, 100 - i));
            }
        }
        book.addPurchase(11, START.plusDays(41), Money.of(CurrencyUnit.EUR, 1));
        DecileMigration moves = DecileMigration.of(book.build(), JANUARY, FEBRUARY);

        assertThat(moves.count(1, 0)).isEqualTo(1);
        assertThat(moves.count(0, 10)).isEqualTo(1);
        assertThat(moves.count(10, 1)).isEqualTo(1);
        assertThat(moves.share(10, 1)).isEqualTo(1);
        assertThat(moves.countFrom(5)).isEqualTo(1);
        assertThat(moves.count(0, 0)).isZero();
    }

    @Test
    void periods_must_follow_each_other() {
        assertThatThrownBy(() -> DecileMigration.of(spending(), JANUARY, JANUARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("after must begin after 2024-01-31");
    }
}
