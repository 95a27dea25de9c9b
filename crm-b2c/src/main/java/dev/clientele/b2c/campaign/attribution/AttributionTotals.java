package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A streaming, mergeable aggregation of marketing paths. Memory grows with the numbers of channels and of different
 * transitions, both limited, never with the number of paths.
 *
 * <p>Paths may come in any order and in parts that are merged; sums of credit differ by rounding at most, counts not at all.
 * Not safe for use by several threads: give each its own totals and merge them.
 */
public final class AttributionTotals {
    private final AttributionSettings settings;
    private final ChannelIndex index = new ChannelIndex();
    private final List<CreditTotals> rules = new ArrayList<>();
    private final CreditTotals shapley = new CreditTotals();
    private final PathTransitions transitions;
    private final PathSums attributed = new PathSums();
    private final PathSums unattributed = new PathSums();

    /** Creates an empty aggregation. */
    public AttributionTotals(AttributionSettings settings) {
        this.settings = settings;
        this.transitions = new PathTransitions(settings.maxOrder(), settings.maxTransitions());
        settings.rules().forEach(rule -> rules.add(new CreditTotals()));
    }

    /**
     * Adds a path.
     *
     * @throws IllegalArgumentException if a rule or the look-back window needs times and the path has none
     * @throws AttributionLimitException if there would be too many channels or transitions; then nothing was added
     */
    public void add(MarketingPath whole) {
        MarketingPath path = settings.lookBack().apply(whole);
        if (path.channels().isEmpty()) {
            unattributed.add(path.conversions(), path.value(), path.nonConversions());
            return;
        }
        double[][] shares = new double[rules.size()][];
        for (int r = 0; r < shares.length; r++) {
            shares[r] = settings.rules().get(r).shares(path);
        }
        int[] channels = index.numbersOf(path.channels());
        transitions.add(channels, path.conversions(), path.nonConversions());
        for (int r = 0; r < shares.length; r++) {
            credit(rules.get(r), channels, shares[r], path);
        }
        int[] distinct = Arrays.stream(channels).distinct().toArray();
        for (int channel : distinct) {
            shapley.add(channel, (double) path.conversions() / distinct.length, path.value() / distinct.length);
        }
        attributed.add(path.conversions(), path.value(), path.nonConversions());
    }

    /**
     * Adds everything of other totals, which stay as they are.
     *
     * @throws IllegalArgumentException if they have other settings
     * @throws AttributionLimitException if there would be too many channels or transitions; then nothing was added
     */
    public void merge(AttributionTotals other) {
        if (!settings.equals(other.settings)) {
            throw new IllegalArgumentException("totals must have the same settings");
        }
        int[] numbers = index.numbersOf(other.index);
        transitions.merge(other.transitions, numbers);
        for (int r = 0; r < rules.size(); r++) {
            rules.get(r).merge(other.rules.get(r), numbers);
        }
        shapley.merge(other.shapley, numbers);
        attributed.merge(other.attributed);
        unattributed.merge(other.unattributed);
    }

    /**
     * Computes the credits by all models.
     *
     * @throws AttributionLimitException if a Markov chain needs more matrix entries than the settings allow
     */
    public AttributionResult result() {
        List<ModelCredits> credits = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            credits.add(rules.get(r).toCredits(settings.rules().get(r).name(), index));
        }
        ChannelIndex sorted = index.sorted();
        PathTransitions canonical = new PathTransitions(settings.maxOrder(), settings.maxTransitions());
        canonical.merge(transitions, sorted.numbersOf(index));
        List<MarkovAttribution> markov = new ArrayList<>();
        for (int order = 1; order <= settings.maxOrder(); order++) {
            markov.add(RemovalEffects.attribute(canonical.chain(order), order, sorted, attributed));
        }
        return new AttributionResult(
                settings.lookBack(),
                attributed.conversions(),
                attributed.value(),
                attributed.nonConversions(),
                new UnattributedPaths(unattributed.conversions(), unattributed.value(), unattributed.nonConversions()),
                credits,
                markov,
                shapley.toCredits("Shapley", index));
    }

    AttributionSettings settings() {
        return settings;
    }

    private static void credit(CreditTotals totals, int[] channels, double[] shares, MarketingPath path) {
        for (int i = 0; i < channels.length; i++) {
            totals.add(channels[i], path.conversions() * shares[i], path.value() * shares[i]);
        }
    }
}
