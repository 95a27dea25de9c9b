package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Tells when the values of a source have become others than those that a model was fitted to: a form that no longer asks for a
 * birthdate, a default that stands for an unknown one, typists who make other slips.
 *
 * <p>The population stability index is the sum of {@code (recent − before) · ln(recent / before)} over the shares of categories
 * (Siddiqi 2006, Credit Risk Scorecards, Wiley, chapter 9). Without drift it is spread as χ² with one degree of freedom less
 * than there are categories, times {@code 1/n + 1/m} for samples of n and m (Yurdakul and Naranjo 2020, Statistical Properties of
 * the Population Stability Index, Journal of Risk Model Validation 14(4)); few records so never raise an alarm by chance.
 */
public final class SourceDrift {
    private static final double SURE = 0.001;
    private static final double SMOOTHING = 0.5;

    private SourceDrift() {}

    /**
     * Returns the drift of each attribute's missing values and frequencies of values.
     *
     * @param before of the records that the model was fitted to
     * @param recent of the recent ones
     * @throws IllegalArgumentException if the two are of different attributes
     */
    public static List<AttributeDrift> between(SourceProfile before, SourceProfile recent) {
        if (!before.attributes().equals(recent.attributes())) {
            throw new IllegalArgumentException("before and recent must be of the same attributes");
        }
        List<AttributeDrift> drifts = new ArrayList<>();
        for (int i = 0; i < before.attributes().size(); i++) {
            double[] earlier = doubles(before.counts().get(i));
            drifts.add(drift(
                    before.attributes().get(i),
                    earlier,
                    1 / Math.max(1, Arrays.stream(earlier).sum()),
                    doubles(recent.counts().get(i))));
        }
        return drifts;
    }

    /**
     * Returns the drift of each attribute's levels of comparison among matches, against those that the model learned.
     *
     * @param recent the explanations of recent matches by the model
     */
    public static List<AttributeDrift> ofMatches(LinkageModel model, List<Waterfall> recent) {
        Objects.requireNonNull(recent, "recent");
        List<AttributeDrift> drifts = new ArrayList<>();
        for (AttributeWeights weights : model.weights()) {
            double[] counts = new double[weights.levels().size()];
            for (Waterfall match : recent) {
                for (WaterfallStep step : match.steps()) {
                    if (step.attribute().equals(weights.attribute())) {
                        counts[weights.levels().indexOf(step.level())]++;
                    }
                }
            }
            double[] learned =
                    weights.m().stream().mapToDouble(Double::doubleValue).toArray();
            drifts.add(drift(weights.attribute(), learned, 0, counts));
        }
        return drifts;
    }

    private static AttributeDrift drift(RecordAttribute attribute, double[] before, double variance, double[] recent) {
        double size = Arrays.stream(recent).sum();
        double[] earlier = shares(before, variance == 0 ? 0 : SMOOTHING);
        double[] later = shares(recent, SMOOTHING);
        double index = 0;
        for (int i = 0; i < later.length; i++) {
            index += (later[i] - earlier[i]) * Math.log(later[i] / earlier[i]);
        }
        double chance = size == 0
                ? Double.POSITIVE_INFINITY
                : ChiSquaredDistribution.of(later.length - 1).inverseSurvivalProbability(SURE) * (variance + 1 / size);
        return new AttributeDrift(attribute, Math.max(0, index), chance, (long) size);
    }

    private static double[] shares(double[] counts, double smoothing) {
        double total = Arrays.stream(counts).sum() + smoothing * counts.length;
        return Arrays.stream(counts).map(count -> (count + smoothing) / total).toArray();
    }

    private static double[] doubles(List<Long> counts) {
        return counts.stream().mapToDouble(Long::doubleValue).toArray();
    }
}
