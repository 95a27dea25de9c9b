package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A history is read back from its text as it was written, and the text is short. */
class HistoryTextPropertyTest {

    @Property
    void a_history_comes_back_as_it_was_written(@ForAll("histories") List<PurchaseHistory> histories) {
        String text = HistoryText.write(histories);

        Collection<PurchaseHistory> read = HistoryText.readAll(text).values();
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        histories.stream().filter(history -> history.days() > 0).toList());
        for (PurchaseHistory history : histories) {
            assertThat(HistoryText.read(text, history.currency()))
                    .isEqualTo(read.contains(history) ? java.util.Optional.of(history) : java.util.Optional.empty());
        }
    }

    @Example
    void a_thousand_purchases_on_as_many_days_take_less_than_six_thousand_characters() {
        assertThat(HistoryText.write(List.of(years(1000, 1000, 3)))).hasSizeLessThan(6_000);
    }

    @Example
    void a_hundred_thousand_purchases_within_ten_years_take_less_than_thirty_thousand_characters() {
        assertThat(HistoryText.write(List.of(years(100_000, 3650, 1)))).hasSizeLessThan(30_000);
    }

    @Example
    void the_most_days_that_a_ledger_may_have_fit_at_the_highest_amounts_there_are() {
        PurchaseHistoryBuilder highest = PurchaseHistory.builder(CurrencyUnit.GBP);
        for (int day = 0; day < PurchaseLedger.MAX_DAYS; day++) {
            highest.addDay(150 * day, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        }

        assertThat(HistoryText.write(List.of(highest.build()))).hasSizeLessThanOrEqualTo(PurchaseLedger.MAX_TEXT);
    }

    @Example
    void a_text_that_was_cut_off_is_refused() {
        String text = HistoryText.write(List.of(years(10, 10, 1)));

        assertThatThrownBy(() -> HistoryText.readAll(text.substring(0, text.length() - 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Purchases on days that are evenly far from each other, of some pounds up to 120. */
    private static PurchaseHistory years(int purchases, int days, int distance) {
        Random random = new Random(7);
        PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.GBP);
        for (int i = 0; i < purchases; i++) {
            history.addPurchase(
                    LocalDate.of(2015, 1, 1).plusDays((long) distance * (i % days)),
                    Money.ofMinor(CurrencyUnit.GBP, 300 + random.nextInt(11_700)));
        }
        return history.build();
    }

    @Provide
    Arbitrary<List<PurchaseHistory>> histories() {
        Arbitrary<Long> minor = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 300), Arbitraries.longs().between(0, Long.MAX_VALUE / 200));
        Arbitrary<long[]> day = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-2, 40),
                                Arbitraries.longs().between(-719_162, 2_932_896)),
                        Arbitraries.longs().between(0, 3),
                        minor,
                        minor)
                .as((when, count, bought, refunded) -> new long[] {when, count, bought, refunded});
        Arbitrary<List<long[]>> days = day.list().ofMaxSize(60);
        return Combinators.combine(days, days)
                .as((pounds, yen) -> List.of(history(CurrencyUnit.GBP, pounds), history(CurrencyUnit.JPY, yen)));
    }

    private static PurchaseHistory history(CurrencyUnit currency, List<long[]> days) {
        PurchaseHistoryBuilder history = PurchaseHistory.builder(currency);
        days.forEach(day -> history.addDay((int) day[0], (int) day[1], day[1] == 0 ? 0 : day[2], day[3]));
        return history.build();
    }
}
