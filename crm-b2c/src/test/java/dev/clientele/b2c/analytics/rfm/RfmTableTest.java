package dev.clientele.b2c.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.PurchaseBookBuilder;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RfmTableTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    /** Customers 0 to 9: number i bought i + 1 times, the last time i days before the end, for 10 each time. */
    private static PurchaseBook<Integer> ladder() {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 0; i < 10; i++) {
            for (int n = 0; n <= i; n++) {
                book.addPurchase(i, END.minusDays(i + 10L * n), Money.of(CurrencyUnit.EUR, 10));
            }
        }
        return book.build();
    }

    @Test
    void scores_are_quintiles() {
        RfmTable<Integer> table = RfmTable.of(ladder(), END, RfmSettings.standard());

        assertThat(table.customers())
                .extracting(RfmCustomer::code)
                .containsExactly(
                        "5-1-1", "5-1-1", "4-2-2", "4-2-2", "3-3-3", "3-3-3", "2-4-4", "2-4-4", "1-5-5", "1-5-5");
        assertThat(table.customers().get(9).segment()).isEqualTo("Can't lose");
        assertThat(table.inSegment("New customers"))
                .extracting(RfmCustomer::customer)
                .containsExactly(0, 1);
    }

    @Test
    void whoever_bought_once_has_the_lowest_frequency_score_however_many_did() {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 0; i < 10; i++) {
            book.addPurchase(i, END.minusDays(100 + i), Money.of(CurrencyUnit.EUR, 10));
        }
        book.addPurchase(9, END.minusDays(90), Money.of(CurrencyUnit.EUR, 10));
        RfmTable<Integer> table = RfmTable.of(book.build(), END, RfmSettings.standard());

        assertThat(table.customers()).extracting(RfmCustomer::frequency).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 5);
        assertThat(table.customers())
                .filteredOn(customer -> customer.segment().equals("At risk"))
                .allMatch(customer -> customer.purchases() > 1);
    }

    @Test
    void equals_share_the_score_of_their_middle_rank_or_stand_apart_by_the_other_figures() {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 0; i < 10; i++) {
            book.addPurchase(i, END.minusDays(i), Money.of(CurrencyUnit.EUR, 10));
            book.addPurchase(i, END.minusDays(50), Money.of(CurrencyUnit.EUR, 10));
        }
        RfmSettings settings = RfmSettings.standard();

        assertThat(RfmTable.of(book.build(), END, settings).customers())
                .extracting(RfmCustomer::frequency)
                .containsOnly(3);
        assertThat(RfmTable.of(book.build(), END, settings.withTieHandling(RfmTieHandling.APART))
                        .customers())
                .extracting(RfmCustomer::frequency)
                .containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
    }

    @Test
    void the_customary_segments_cover_every_pair_of_scores_once() {
        for (long recency = 1; recency <= 5; recency++) {
            for (long frequency = 1; frequency <= 5; frequency++) {
                long r = recency;
                long f = frequency;
                assertThat(RfmSegments.standard().stream()
                                .filter(segment -> segment.rule().test(field -> field.equals("recency") ? r : f)))
                        .hasSize(1);
            }
        }
    }

    @Test
    void the_first_segment_whose_rule_holds_is_taken_and_the_rest_has_a_name() {
        List<RfmSegment> own = List.of(
                new RfmSegment("Often", RfmMeasure.PURCHASES.atLeast(9)),
                new RfmSegment("Rich", RfmMeasure.SPEND_MINOR.atLeast(8000)));
        RfmTable<Integer> table =
                RfmTable.of(ladder(), END, RfmSettings.standard().withSegments(own));

        assertThat(table.segments()).extracting(RfmSegmentSize::segment).containsExactly("Often", "Rich", "Other");
        assertThat(table.segments()).extracting(RfmSegmentSize::customers).containsExactly(2L, 1L, 7L);
    }

    @Test
    void a_rule_survives_its_json() {
        Criteria rule = RfmMeasure.RECENCY
                .between(4, 5)
                .and(RfmMeasure.DAYS_SINCE_FIRST.atMost(30).negate());

        assertThat(new RfmSegment("A", CriteriaJson.read(CriteriaJson.write(rule))))
                .isEqualTo(new RfmSegment("A", rule));
    }

    @Test
    void a_rule_on_something_else_is_refused() {
        assertThatThrownBy(() -> new RfmSegment("A", Criteria.equal("age", 3L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule of A must use the fields")
                .hasMessageEndingWith("used [age]");
    }

    @Test
    void settings_are_checked() {
        assertThatThrownBy(() -> RfmSettings.standard().withGroups(1))
                .hasMessage("groups must be from 2 to 100, was 1");
        RfmSegment twice = new RfmSegment("A", Criteria.always());
        assertThatThrownBy(() -> RfmSettings.standard().withSegments(List.of(twice, twice)))
                .hasMessageContaining("different names");
    }

    @Test
    void what_comes_later_is_left_out() {
        assertThat(RfmTable.of(ladder(), END.minusDays(100), RfmSettings.standard())
                        .customers())
                .isEmpty();
        assertThat(RfmTable.of(ladder(), END.minusDays(5), RfmSettings.standard())
                        .customers())
                .allSatisfy(one -> assertThat(one.daysSinceLast()).isNotNegative());
    }
}
