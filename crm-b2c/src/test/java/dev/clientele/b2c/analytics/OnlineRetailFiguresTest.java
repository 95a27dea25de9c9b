package dev.clientele.b2c.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.analytics.audit.CustomerBaseAudit;
import dev.clientele.b2c.analytics.audit.CustomerBasePeriod;
import dev.clientele.b2c.analytics.audit.PeriodComparison;
import dev.clientele.b2c.analytics.basket.AffinitySettings;
import dev.clientele.b2c.analytics.basket.AffinityTable;
import dev.clientele.b2c.analytics.basket.BasketBuilder;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.b2c.analytics.concentration.ValueConcentration;
import dev.clientele.b2c.analytics.funnel.FunnelStep;
import dev.clientele.b2c.analytics.funnel.RepeatFunnel;
import dev.clientele.b2c.analytics.rfm.RfmSegmentSize;
import dev.clientele.b2c.analytics.rfm.RfmSettings;
import dev.clientele.b2c.analytics.rfm.RfmTable;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of a real shop, against figures computed independently. */
class OnlineRetailFiguresTest {

    private static final DayRange ALL = DayRange.of(OnlineRetail.FIRST_DAY, OnlineRetail.LAST_DAY);

    private static PurchaseBook<String> book;

    @BeforeAll
    static void read() {
        book = OnlineRetail.book();
    }

    @Test
    void customers_and_purchase_days_are_as_many_as_known() {
        assertThat(book.buyers()).hasSize(4338);
        assertThat(book.purchases()).isEqualTo(16763);
        assertThat(book.dayRange()).contains(ALL);
    }

    @Test
    void the_funnel_is_the_known_one() {
        RepeatFunnel funnel = RepeatFunnel.of(book, 4);

        assertThat(funnel.steps()).extracting(FunnelStep::customers).containsExactly(4338L, 2790L, 1916L, 1415L);
        double[] conversion = {1, .643154, .686738, .738518};
        double[] gap = {0, 57, 45, 39};
        for (int i = 1; i < 4; i++) {
            assertThat(funnel.steps().get(i).conversion()).isCloseTo(conversion[i], within(5e-7));
            assertThat(funnel.steps().get(i).gap().orElseThrow().median()).isEqualTo(gap[i]);
        }
    }

    @Test
    void the_first_cohort_comes_back_as_known() {
        CohortTable table = CohortTable.of(book, CalendarGrid.months(), OnlineRetail.LAST_DAY);
        Cohort first = table.cohorts().get(0);

        assertThat(table.cohorts()).hasSize(13);
        assertThat(first.label()).isEqualTo("2010-12");
        assertThat(first.cells().subList(0, 4))
                .extracting(CohortCell::customers)
                .containsExactly(885L, 324L, 286L, 340L);
        assertThat(table.cohorts().stream().mapToLong(Cohort::customers).sum()).isEqualTo(4338);
        assertThat(Money.total(table.cohorts().stream().map(Cohort::spend).toList()))
                .isEqualTo(book.spend());
        assertThat(first.cells().get(12).complete()).isFalse();
    }

    @Test
    void the_top_tenth_holds_the_known_share() {
        ValueConcentration concentration = ValueConcentration.of(book, ALL);

        assertThat(concentration.shareOfTop(0.1)).isCloseTo(.613751, within(5e-7));
        assertThat(concentration.deciles().get(0).customers()).isEqualTo(434);
        assertThat(concentration.deciles().get(0).share()).isEqualTo(concentration.shareOfTop(0.1));
    }

    @Test
    void every_customer_is_in_one_of_the_customary_segments() {
        RfmTable<String> table = RfmTable.of(book, OnlineRetail.LAST_DAY, RfmSettings.standard());

        assertThat(table.segments()).hasSize(10);
        assertThat(table.segments().stream()
                        .mapToLong(RfmSegmentSize::customers)
                        .sum())
                .isEqualTo(4338);
        assertThat(table.segments().stream()
                        .mapToDouble(RfmSegmentSize::spendShare)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void the_lenses_agree_with_each_other() {
        DayRange spring = DayRange.of(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 5, 31));
        DayRange autumn = DayRange.of(LocalDate.of(2011, 9, 1), LocalDate.of(2011, 11, 30));
        CustomerBaseAudit audit = CustomerBaseAudit.of(
                book, spring, autumn, CalendarGrid.of(CalendarUnit.QUARTER), OnlineRetail.LAST_DAY);
        PeriodComparison change = audit.change();

        assertThat(change.retained() + change.lost().customers())
                .isEqualTo(change.before().customers());
        assertThat(change.retained() + change.gained().customers())
                .isEqualTo(change.after().customers());
        assertThat(Money.total(List.of(
                        change.lost().change(),
                        change.gained().change(),
                        change.more().change(),
                        change.less().change(),
                        change.same().change())))
                .isEqualTo(change.after().spend().minus(change.before().spend()));
        assertThat(Money.total(
                        audit.periods().stream().map(CustomerBasePeriod::spend).toList()))
                .isEqualTo(book.spend());
        assertThat(audit.periods().stream()
                        .mapToLong(CustomerBasePeriod::newCustomers)
                        .sum())
                .isEqualTo(4338);
        assertThat(audit.oldest().orElseThrow().customers()).isEqualTo(885);
    }

    @Test
    void rules_of_the_baskets_count_what_is_there() {
        BasketBuilder<String, String, String> lines = new BasketBuilder<>();
        OnlineRetail.lines().forEach(line -> lines.add(line.customer(), line.invoice(), line.item()));
        AffinityTable<String> table = AffinityTable.of(lines.baskets(), new AffinitySettings(200, .5, 1));

        assertThat(table.baskets()).isEqualTo(18532);
        assertThat(table.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.baskets()).isGreaterThanOrEqualTo(200);
            assertThat(rule.confidence()).isGreaterThanOrEqualTo(.5);
            assertThat(rule.itemBaskets()).isEqualTo(table.items().get(rule.item()));
        });
        assertThat(table.rules()).isSortedAccordingTo((one, other) -> Double.compare(other.lift(), one.lift()));
    }
}
