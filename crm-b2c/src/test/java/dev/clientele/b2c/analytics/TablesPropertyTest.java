package dev.clientele.b2c.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.analytics.Events.Event;
import dev.clientele.b2c.analytics.audit.CohortComparison;
import dev.clientele.b2c.analytics.audit.CustomerBasePeriod;
import dev.clientele.b2c.analytics.audit.PeriodComparison;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.b2c.analytics.concentration.RankedBuyer;
import dev.clientele.b2c.analytics.concentration.ValueConcentration;
import dev.clientele.b2c.analytics.funnel.RepeatFunnel;
import dev.clientele.b2c.analytics.funnel.TimeToPurchase;
import dev.clientele.b2c.analytics.rfm.RfmCustomer;
import dev.clientele.b2c.analytics.rfm.RfmSettings;
import dev.clientele.b2c.analytics.rfm.RfmTable;
import dev.clientele.b2c.analytics.rfm.RfmTieHandling;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The same purchases give the same tables, and what is shared out adds up. */
class TablesPropertyTest {

    private static final DayRange EARLY = DayRange.of(Events.START, Events.START.plusDays(59));
    private static final DayRange LATE = DayRange.of(Events.START.plusDays(60), Events.END);
    private static final DayRange ALL = DayRange.of(Events.START, Events.END);

    /** Everything that can be made of a book. */
    private static List<Object> tables(PurchaseBook<String> book) {
        CohortTable months = CohortTable.of(book, CalendarGrid.months(), Events.END);
        return List.of(
                book,
                book.buyers(),
                RepeatFunnel.of(book, 6),
                TimeToPurchase.of(book, 2, Events.END),
                TimeToPurchase.of(book, 3, Events.END.minusDays(20)),
                months,
                CohortTable.of(book, CalendarGrid.of(CalendarUnit.WEEK), Events.END),
                ValueConcentration.of(book, ALL).deciles(),
                ValueConcentration.of(book, ALL).gini(),
                RankedBuyer.rankAll(book, LATE),
                PeriodComparison.of(book, EARLY, LATE).migration(),
                PeriodComparison.of(book, EARLY, LATE).more(),
                CohortComparison.of(months),
                CustomerBasePeriod.of(months),
                RfmTable.of(book, Events.END, RfmSettings.standard()),
                RfmTable.of(book, Events.END, RfmSettings.standard().withTieHandling(RfmTieHandling.APART)));
    }

    @Property(tries = 200)
    void shuffled_and_merged_logs_give_the_same_tables(
            @ForAll("logs") List<Event> events,
            @ForAll("rules") CountingRule rule,
            @ForAll long seed,
            @ForAll int cut) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        int middle = Math.floorMod(cut, events.size() + 1);
        PurchaseBook<String> merged = Events.book(shuffled.subList(middle, shuffled.size()), rule)
                .merge(Events.book(shuffled.subList(0, middle), rule));

        List<Object> tables = tables(Events.book(events, rule));

        assertThat(tables(Events.book(shuffled, rule))).isEqualTo(tables);
        assertThat(tables(merged)).isEqualTo(tables);
    }

    @Property(tries = 200)
    void cohorts_share_out_all_customers_purchases_and_spend(
            @ForAll("logs") List<Event> events, @ForAll("rules") CountingRule rule) {
        PurchaseBook<String> book = Events.book(events, rule);
        CohortTable table = CohortTable.of(book, CalendarGrid.months(), Events.END);

        assertThat(table.cohorts().stream().mapToLong(Cohort::customers).sum())
                .isEqualTo(book.buyers().size());
        assertThat(table.cohorts().stream()
                        .flatMap(cohort -> cohort.cells().stream())
                        .mapToLong(cell -> cell.purchases())
                        .sum())
                .isEqualTo(book.purchases());
        assertThat(Money.total(
                        CurrencyUnit.EUR,
                        table.cohorts().stream().map(Cohort::spend).toList()))
                .isEqualTo(book.spend());
        assertThat(table.cohorts())
                .allSatisfy(
                        cohort -> assertThat(cohort.cells().get(0).customers()).isEqualTo(cohort.customers()));
    }

    @Property(tries = 200)
    void a_funnel_never_widens_and_begins_with_everybody(
            @ForAll("logs") List<Event> events, @ForAll("rules") CountingRule rule) {
        PurchaseBook<String> book = Events.book(events, rule);
        RepeatFunnel funnel = RepeatFunnel.of(book, Integer.MAX_VALUE);

        assertThat(funnel.customers()).isEqualTo(book.buyers().size());
        assertThat(funnel.steps().stream().mapToLong(step -> step.customers()).sum())
                .isEqualTo(book.purchases());
        assertThat(funnel.steps())
                .allSatisfy(
                        step -> assertThat(step.conversion()).isGreaterThan(0).isLessThanOrEqualTo(1));
    }

    @Property(tries = 200)
    void a_product_limit_curve_rises_and_is_the_plain_share_where_nobody_is_censored_before(
            @ForAll("logs") List<Event> events, @ForAll("rules") CountingRule rule) {
        PurchaseBook<String> book = Events.book(events, rule);
        TimeToPurchase curve = TimeToPurchase.of(book, 2, Events.END.plusDays(1000));

        assertThat(curve.points()).isSortedAccordingTo((one, other) -> Double.compare(one.share(), other.share()));
        if (curve.customers() > 0) {
            assertThat(curve.shareWithin(1000)).isCloseTo((double) curve.reached() / curve.customers(), within(1e-12));
        }
    }

    @Property(tries = 200)
    void the_order_of_equals_does_not_depend_on_more_than_the_customers_name(@ForAll("logs") List<Event> events) {
        PurchaseBook<String> book = Events.book(events, CountingRule.standard());
        RfmTable<String> together = RfmTable.of(book, Events.END, RfmSettings.standard());

        for (RfmCustomer<String> one : together.customers()) {
            for (RfmCustomer<String> other : together.customers()) {
                assertThat(Integer.signum(Integer.compare(one.frequency(), other.frequency()))
                                * Integer.compare(one.purchases(), other.purchases()))
                        .isNotNegative();
                if (one.purchases() == other.purchases()) {
                    assertThat(one.frequency()).isEqualTo(other.frequency());
                }
            }
        }
    }

    @Property(tries = 200)
    void groups_set_apart_differ_in_size_by_one_at_most(@ForAll("logs") List<Event> events) {
        PurchaseBook<String> book = Events.book(events, CountingRule.standard());
        RfmTable<String> apart = RfmTable.of(
                book, Events.END, RfmSettings.standard().withGroups(3).withTieHandling(RfmTieHandling.APART));
        List<Long> sizes = List.copyOf(apart.customers().stream()
                .collect(Collectors.groupingBy(RfmCustomer::frequency, Collectors.counting()))
                .values());

        if (apart.customers().size() >= 3) {
            assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThanOrEqualTo(1);
            assertThat(sizes).hasSize(3);
        }
    }

    @Property(tries = 200)
    void an_even_spend_has_no_concentration_and_a_tenth_is_a_tenth(@ForAll("logs") List<Event> events) {
        PurchaseBook<String> book = Events.book(events, new CountingRule(SameDay.ONE_PURCHASE, Refunds.IGNORED));
        ValueConcentration some = ValueConcentration.of(book, ALL);

        assertThat(some.gini()).isBetween(-1e-12, 1.0);
        assertThat(some.deciles().stream().mapToLong(group -> group.customers()).sum())
                .isEqualTo(book.buyers().size());
        assertThat(some.shareOfTop(1)).isEqualTo(some.spend().isZero() ? 0 : 1);
        List<Long> byRank = RankedBuyer.rankAll(book, ALL).stream()
                .collect(Collectors.groupingBy(RankedBuyer::decile, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .toList();
        assertThat(some.deciles().stream()
                        .map(group -> group.customers())
                        .filter(count -> count > 0)
                        .toList())
                .isEqualTo(byRank);
    }

    @Provide
    Arbitrary<List<Event>> logs() {
        return Events.logs();
    }

    @Provide
    Arbitrary<CountingRule> rules() {
        return Combinators.combine(Arbitraries.of(SameDay.class), Arbitraries.of(Refunds.class))
                .as(CountingRule::new);
    }
}
