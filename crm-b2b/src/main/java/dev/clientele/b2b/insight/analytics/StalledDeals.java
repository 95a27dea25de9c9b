package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The open deals that are older than nearly all won deals were. Immutable and thread-safe.
 *
 * @param share the share of won deals that took at most {@code limitDays}
 * @param limitDays the age in days beyond which a deal is stalled; not a number if none was ever won
 * @param deals those that are older, the oldest first, else by id; none if none was ever won
 */
public record StalledDeals(double share, double limitDays, List<StalledDeal> deals) {

    /**
     * A stalled deal.
     *
     * @param deal the deal
     * @param stage the id of the stage it is in
     * @param ageDays its age in days
     */
    public record StalledDeal(Id<Opportunity> deal, String stage, int ageDays) {

        /** Refuses nulls. */
        public StalledDeal {
            Objects.requireNonNull(deal, "deal");
            Objects.requireNonNull(stage, "stage");
        }
    }

    private static final Comparator<StalledDeal> ORDER = Comparator.comparingInt(StalledDeal::ageDays)
            .reversed()
            .thenComparing(stall -> stall.deal().toString());

    /** Copies the list. */
    public StalledDeals {
        deals = List.copyOf(deals);
    }

    /**
     * Finds the stalled deals, by the state of deals at the end of a day.
     *
     * @param deals closed by the caller
     * @param zone in which days are counted
     * @param share the quantile of the won deals' durations that is the limit, 0 to 1
     * @throws IllegalArgumentException if the visits of a deal until the day have left its record; {@link Analytics} reads them
     */
    public static StalledDeals of(Stream<Opportunity> deals, LocalDate day, ZoneId zone, double share) {
        List<Integer> won = new ArrayList<>();
        List<StalledDeal> open = new ArrayList<>();
        deals.forEach(deal -> DealAsOf.of(deal, day, zone).ifPresent(then -> {
            if (then.kind() == StageKind.WON) {
                won.add(then.age(day));
            } else if (then.kind() == StageKind.OPEN) {
                open.add(new StalledDeal(deal.id(), then.last().stage(), then.age(day)));
            }
        }));
        return of(share, SalesCycles.of(won).percentile(share).orElse(Double.NaN), open);
    }

    static StalledDeals of(double share, double limit, List<StalledDeal> open) {
        return new StalledDeals(
                share,
                limit,
                open.stream()
                        .filter(stall -> stall.ageDays() > limit)
                        .sorted(ORDER)
                        .toList());
    }
}
