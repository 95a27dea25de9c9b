package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Totals with replicates of a Poisson bootstrap, for intervals of every credit (Chamandy, Muralidharan, Najmi and Naidu 2012,
 * Estimating Uncertainty for Massive Data Streams, Google).
 *
 * <p>Every conversion and every end without one is drawn a number of times from a Poisson distribution of mean 1, the value
 * of a row in proportion to its conversions: how values differ within a row of several conversions isn't known. The draws
 * depend on the seed and the key of the row alone, so that parts may be merged and rows come in any order. It takes as many
 * times the memory of {@link AttributionTotals} as there are replicates. Not safe for use by several threads.
 */
public final class AttributionBootstrap {
    private final long seed;
    private final AttributionTotals totals;
    private final List<AttributionTotals> replicates = new ArrayList<>();

    /**
     * Creates an empty aggregation.
     *
     * @throws IllegalArgumentException if there are fewer than 2 replicates
     */
    public AttributionBootstrap(AttributionSettings settings, int replicates, long seed) {
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be at least 2 but was " + replicates);
        }
        this.seed = seed;
        this.totals = new AttributionTotals(settings);
        for (int i = 0; i < replicates; i++) {
            this.replicates.add(new AttributionTotals(settings));
        }
    }

    /**
     * Adds a path under a key that no other row has, such as its number in the file.
     *
     * @throws AttributionLimitException if there would be too many channels or transitions; then nothing was added
     */
    public void add(long key, MarketingPath path) {
        totals.add(path);
        SplittableRandom random = new SplittableRandom(mix(seed + mix(key)));
        for (AttributionTotals replicate : replicates) {
            long conversions = PoissonSampler.draw((double) path.conversions(), random);
            long nonConversions = PoissonSampler.draw((double) path.nonConversions(), random);
            if (conversions + nonConversions > 0) {
                replicate.add(path.withCounts(conversions, nonConversions));
            }
        }
    }

    /**
     * Adds everything of another part of the same data.
     *
     * @throws IllegalArgumentException if it has other settings, another seed or another number of replicates
     */
    public void merge(AttributionBootstrap other) {
        if (seed != other.seed || replicates.size() != other.replicates.size()) {
            throw new IllegalArgumentException("parts must have the same seed and number of replicates");
        }
        totals.merge(other.totals);
        for (int i = 0; i < replicates.size(); i++) {
            replicates.get(i).merge(other.replicates.get(i));
        }
    }

    /** Computes the credits by all models from all paths, without intervals. */
    public AttributionResult result() {
        return totals.result();
    }

    /**
     * Computes the percentile interval of every credit.
     *
     * @param level the coverage, between 0 and 1, as 0.95
     * @throws IllegalArgumentException if the level isn't between 0 and 1
     */
    public AttributionIntervals intervals(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be between 0 and 1 but was " + level);
        }
        List<AttributionResult> drawn =
                replicates.stream().map(AttributionTotals::result).toList();
        return PercentileIntervals.of(totals.result(), drawn, level);
    }

    /** Spreads the bits of a number (the finaliser of MurmurHash3). */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
