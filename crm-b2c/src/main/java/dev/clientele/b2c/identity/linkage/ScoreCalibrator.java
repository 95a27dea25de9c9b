package dev.clientele.b2c.identity.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from labels how far scores are too high or too low, by logistic regression that is drawn to no change: shift has
 * a normal prior of deviation {@value #SHIFT_DEVIATION}, scale one of {@value #SCALE_DEVIATION} around 1.
 *
 * <p>A few labels so correct what a model without labels can't know, and never overturn it.
 */
public final class ScoreCalibrator {
    private static final double SHIFT_DEVIATION = 1.5;
    private static final double SCALE_DEVIATION = 0.2;
    private static final double LEAST_SCALE = 0.2;
    private static final int ROUNDS = 30;

    private final double shiftPrecision = 1 / (SHIFT_DEVIATION * SHIFT_DEVIATION);
    private final double scalePrecision = 1 / (SCALE_DEVIATION * SCALE_DEVIATION);
    private double shift;
    private double scale = 1;

    private ScoreCalibrator() {}

    /** Returns the model corrected by labels of pairs that it scored; labels of other pairs don't count. */
    public static LinkageModel calibrate(LinkageModel model, List<ScoredPair> pairs, List<PairLabel> labels) {
        Map<PairLabel, ScoredPair> byPlace = new HashMap<>();
        for (ScoredPair pair : pairs) {
            byPlace.put(new PairLabel(pair.first(), pair.second(), true), pair);
        }
        double prior = LogOdds.of(model.prior()) + model.calibration().shift();
        List<PairLabel> known = labels.stream()
                .filter(label -> byPlace.containsKey(new PairLabel(label.first(), label.second(), true)))
                .sorted((a, b) -> a.first().equals(b.first())
                        ? a.second().compareTo(b.second())
                        : a.first().compareTo(b.first()))
                .toList();
        double[] weights = new double[known.size()];
        boolean[] same = new boolean[known.size()];
        for (int i = 0; i < weights.length; i++) {
            PairLabel label = known.get(i);
            ScoredPair pair = byPlace.get(new PairLabel(label.first(), label.second(), true));
            weights[i] = pair == null ? 0 : pair.score() - prior;
            same[i] = label.same();
        }
        ScoreCalibrator fit = new ScoreCalibrator();
        for (int round = 0; round < ROUNDS; round++) {
            fit.step(prior, weights, same);
        }
        return model.withCalibration(new ScoreCalibration(
                model.calibration().shift() + fit.shift, model.calibration().scale() * fit.scale));
    }

    /** One step of Newton's method, damped. */
    private void step(double prior, double[] weights, boolean[] same) {
        double slopeShift = -shiftPrecision * shift;
        double slopeScale = -scalePrecision * (scale - 1);
        double shiftShift = shiftPrecision;
        double shiftScale = 0;
        double scaleScale = scalePrecision;
        for (int i = 0; i < weights.length; i++) {
            double probability = LogOdds.toProbability(prior + shift + scale * weights[i]);
            double miss = (same[i] ? 1 : 0) - probability;
            double curve = probability * (1 - probability);
            slopeShift += miss;
            slopeScale += miss * weights[i];
            shiftShift += curve;
            shiftScale += curve * weights[i];
            scaleScale += curve * weights[i] * weights[i];
        }
        double determinant = shiftShift * scaleScale - shiftScale * shiftScale;
        double stepShift = (scaleScale * slopeShift - shiftScale * slopeScale) / determinant;
        double stepScale = (shiftShift * slopeScale - shiftScale * slopeShift) / determinant;
        double damping = Math.min(1, 1 / (Math.abs(stepShift) + 10 * Math.abs(stepScale) + 1e-9));
        shift += damping * stepShift;
        scale = Math.max(LEAST_SCALE, scale + damping * stepScale);
    }
}
