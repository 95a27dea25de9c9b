package dev.clientele.b2b.insight.winning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The accuracy of predicted probabilities on deals that have been closed since. Immutable and thread-safe.
 *
 * @param cases how many deals
 * @param won how many of them were won
 * @param brier the mean squared distance of probability and outcome, 0 to 1, less being better: G. W. Brier, <i>Verification of
 *     forecasts expressed in terms of probability</i>, Monthly Weather Review 78 (1950)
 * @param auc how often a won deal was given more than a lost one, ties counting half: J. A. Hanley, B. J. McNeil, Radiology 143
 *     (1982); empty if all were won or all lost
 * @param reliability how far probabilities came true, by tenths; tenths without any deal are left out
 */
public record WinModelAccuracy(
        int cases, long won, double brier, OptionalDouble auc, List<ReliabilityBand> reliability) {

    private static final int BANDS = 10;

    /**
     * A predicted probability with the deal's outcome.
     *
     * @param probability 0 to 1
     * @param won whether it was won
     */
    public record Prediction(double probability, boolean won) {

        /** Checks the probability. */
        public Prediction {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must be 0 to 1, got " + probability);
            }
        }
    }

    /**
     * The deals with about the same predicted probability.
     *
     * @param from the lower bound of the predictions
     * @param to the upper bound of the predictions, excluded unless it is 1
     * @param cases how many there are
     * @param mean the mean prediction
     * @param share how many of them were won
     */
    public record ReliabilityBand(double from, double to, int cases, double mean, double share) {}

    /** Copies the list. */
    public WinModelAccuracy {
        reliability = List.copyOf(reliability);
    }

    /**
     * Computes the accuracy of predictions.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WinModelAccuracy of(List<Prediction> foretold) {
        if (foretold.isEmpty()) {
            throw new IllegalArgumentException("foretold must not be empty");
        }
        double brier = 0;
        long won = 0;
        double[][] bands = new double[BANDS][3];
        for (Prediction each : foretold) {
            double outcome = each.won() ? 1 : 0;
            brier += (each.probability() - outcome) * (each.probability() - outcome);
            won += each.won() ? 1 : 0;
            double[] band = bands[Math.min(BANDS - 1, (int) (each.probability() * BANDS))];
            band[0]++;
            band[1] += each.probability();
            band[2] += outcome;
        }
        List<ReliabilityBand> reliability = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            double[] band = bands[i];
            if (band[0] > 0) {
                reliability.add(new ReliabilityBand(
                        (double) i / BANDS,
                        (double) (i + 1) / BANDS,
                        (int) band[0],
                        band[1] / band[0],
                        band[2] / band[0]));
            }
        }
        return new WinModelAccuracy(foretold.size(), won, brier / foretold.size(), auc(foretold, won), reliability);
    }

    /** Computes the area under the curve by the ranks of the won deals. */
    private static OptionalDouble auc(List<Prediction> foretold, long won) {
        long lost = foretold.size() - won;
        if (won == 0 || lost == 0) {
            return OptionalDouble.empty();
        }
        List<Prediction> sorted = foretold.stream()
                .sorted(Comparator.comparingDouble(Prediction::probability))
                .toList();
        double ranks = 0;
        int start = 0;
        while (start < sorted.size()) {
            int end = start;
            long wonHere = 0;
            while (end < sorted.size()
                    && sorted.get(end).probability() == sorted.get(start).probability()) {
                wonHere += sorted.get(end).won() ? 1 : 0;
                end++;
            }
            ranks += wonHere * (start + 1 + end) / 2.0;
            start = end;
        }
        return OptionalDouble.of((ranks - won * (won + 1) / 2.0) / ((double) won * lost));
    }
}
