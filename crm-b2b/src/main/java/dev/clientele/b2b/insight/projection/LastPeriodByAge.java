package dev.clientele.b2b.insight.projection;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The method of the last period: the share of deals that was won over the period just past, among those that were as
 * old in the same stage when it began.
 *
 * <p>The period is as long as the one ahead, so that what repeats within it (the rush at a quarter's end, say) is in
 * both; and it is the latest one, so that what changes is noticed as soon as it can be. Ages are taken in bands that
 * begin at 0, 7, 14, 30, 60, 90, 120, 180, 365 and 730 days; one with fewer than ten deals is joined to the band below.
 * A stage in which no deal stood then takes the shares over all stages.
 */
public record LastPeriodByAge() implements ProjectionMethod {

    private static final ImmutableSortedSet<Integer> BANDS =
            ImmutableSortedSet.of(0, 7, 14, 30, 60, 90, 120, 180, 365, 730);
    private static final int MIN_BAND_SIZE = 10;

    @Override
    public String name() {
        return "last period by age in stage";
    }

    @Override
    public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
        LocalDate then = asOf.minusDays(days);
        Map<String, long[][]> byStage = new HashMap<>();
        long[][] all = counts();
        long open = 0;
        for (DealPath track : known.paths()) {
            OpenDealState standing = track.stateOn(then).orElse(null);
            if (standing != null) {
                int won = track.isWonOn(asOf) ? 1 : 0;
                int band = band(standing.daysInStage());
                count(byStage.computeIfAbsent(standing.stage(), unused -> counts())[band], won);
                count(all[band], won);
                open++;
            }
        }
        if (open < MIN_BAND_SIZE) {
            throw new NotEnoughHistoryException("deals open on " + then, MIN_BAND_SIZE, open);
        }
        List<Double> overall = shares(all);
        Map<String, List<Double>> shares = new HashMap<>();
        byStage.forEach((stage, counts) -> shares.put(stage, shares(counts)));
        return standing -> shares.getOrDefault(standing.stage(), overall).get(band(standing.daysInStage()));
    }

    private static long[][] counts() {
        return new long[BANDS.size()][2];
    }

    private static void count(long[] counts, int won) {
        counts[0] += won;
        counts[1]++;
    }

    private static int band(int days) {
        return Math.max(0, BANDS.headSet(days, true).size() - 1);
    }

    /**
     * Returns the share of each band; neighbours are joined, the older to the younger, until each group is large
     * enough.
     */
    private static List<Double> shares(long[][] counts) {
        List<int[]> groups = new ArrayList<>();
        for (int band = 0; band < counts.length; band++) {
            if (groups.isEmpty() || (counts[band][1] >= MIN_BAND_SIZE && size(counts, last(groups)) >= MIN_BAND_SIZE)) {
                groups.add(new int[] {band, band});
            } else {
                last(groups)[1] = band;
            }
        }
        if (groups.size() > 1 && size(counts, last(groups)) < MIN_BAND_SIZE) {
            int[] small = groups.remove(groups.size() - 1);
            last(groups)[1] = small[1];
        }
        List<Double> shares = new ArrayList<>();
        for (int[] group : groups) {
            long won = 0;
            for (int band = group[0]; band <= group[1]; band++) {
                won += counts[band][0];
            }
            double share = (double) won / Math.max(1, size(counts, group));
            for (int band = group[0]; band <= group[1]; band++) {
                shares.add(share);
            }
        }
        return shares;
    }

    private static int[] last(List<int[]> groups) {
        return groups.get(groups.size() - 1);
    }

    private static long size(long[][] counts, int[] group) {
        long size = 0;
        for (int band = group[0]; band <= group[1]; band++) {
            size += counts[band][1];
        }
        return size;
    }
}
