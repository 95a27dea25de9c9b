package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money is conserved between two snapshots. */
class ForecastSnapshotPropertyTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final Pipeline PIPELINE = Pipeline.standard().withId(Id.of(new UUID(1, 1)));

    private record Deal(int number, long cents, int percent, int day, boolean won) {}

    @Provide
    Arbitrary<List<Deal>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.of(true, false, false))
                .as(Deal::new)
                .list()
                .ofMaxSize(20);
    }

    private static List<ForecastSnapshotEntry> entries(List<Deal> deals, int snapshot) {
        Map<Integer, Deal> distinct = new LinkedHashMap<>();
        deals.forEach(deal -> distinct.put(deal.number(), deal));
        List<ForecastSnapshotEntry> entries = new ArrayList<>();
        distinct.values().forEach(deal -> {
            LocalDate day = LocalDate.of(2027, 1, deal.day());
            Money amount = Money.ofMinor(EUR, deal.cents());
            Opportunity open = Opportunity.named("Deal")
                    .withId(Id.of(new UUID(2, deal.number())))
                    .with(Opportunity.AMOUNT, amount)
                    .with(Opportunity.CLOSE_DATE, day)
                    .openedIn(PIPELINE, NOW)
                    .withProbability(BigDecimal.valueOf(deal.percent(), 2));
            entries.add(ForecastSnapshotEntry.of(
                    Id.of(new UUID(3, snapshot)),
                    NOW,
                    RecordColumns.of(deal.won() ? open.won(PIPELINE, NOW, day, null) : open),
                    amount));
        });
        return entries;
    }

    @Property
    void the_effects_add_up_to_the_difference(@ForAll("deals") List<Deal> before, @ForAll("deals") List<Deal> after) {
        SnapshotDifference difference = SnapshotDifference.between(EUR, entries(before, 1), entries(after, 2));

        Money effects = difference.changes().stream()
                .map(SnapshotDifference.SnapshotChange::effect)
                .reduce(Money.zero(EUR), Money::plus);

        assertThat(difference.before().plus(effects)).isEqualTo(difference.after());
    }

    @Property
    void nothing_has_changed_between_a_snapshot_and_itself(@ForAll("deals") List<Deal> deals) {
        SnapshotDifference difference = SnapshotDifference.between(EUR, entries(deals, 1), entries(deals, 2));

        assertThat(difference.changes()).isEmpty();
    }

    @Property
    void what_came_in_one_direction_goes_in_the_other(
            @ForAll("deals") List<Deal> before, @ForAll("deals") List<Deal> after) {
        SnapshotDifference there = SnapshotDifference.between(EUR, entries(before, 1), entries(after, 2));
        SnapshotDifference back = SnapshotDifference.between(EUR, entries(after, 2), entries(before, 1));

        assertThat(back.effect(SnapshotDifference.SnapshotChangeCause.REMOVED))
                .isEqualTo(there.effect(SnapshotDifference.SnapshotChangeCause.ADDED)
                        .negated());
        assertThat(back.after()).isEqualTo(there.before());
    }
}
