package dev.clientele.b2b.insight.winning;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A calibrated win probability method: the cases are dealt out to five parts in turn, each part is predicted by a model
 * learned from the other four, and a straight line through the log-odds of these predictions, fitted to how the cases
 * ended, corrects the model that is then learned from all of them.
 *
 * @param method the other method
 */
public record CalibratedMethod(WinProbabilityMethod method) implements WinProbabilityMethod {

    private static final int FOLDS = 5;
    private static final int MIN_CASES_TO_FOLD = MIN_CASES * FOLDS / (FOLDS - 1) + 1;
    private static final double RIDGE = 1e-6;
    private static final double MIN_PROBABILITY = 1e-6;

    /** Refuses null. */
    public CalibratedMethod {
        Objects.requireNonNull(method, "method");
    }

    @Override
    public String name() {
        return method.name() + ", calibrated";
    }

    @Override
    public WinProbabilityModel learn(List<TrainingExample> closed) {
        requireEnough(closed);
        WinProbabilityModel whole = method.learn(closed);
        List<List<TrainingExample>> parts = dealt(closed);
        double[][] rows = new double[closed.size()][];
        boolean[] won = new boolean[closed.size()];
        int n = 0;
        for (List<TrainingExample> part : parts) {
            List<TrainingExample> others = new ArrayList<>();
            parts.stream().filter(other -> other != part).forEach(others::addAll);
            WinProbabilityModel model = method.learn(others);
            for (TrainingExample each : part) {
                rows[n] = new double[] {1, odds(model.probability(each.features()))};
                won[n] = each.won();
                n++;
            }
        }
        double[] line = LogisticRegression.fit(rows, won, RIDGE);
        return known -> {
            double corrected = LogisticRegression.sigmoid(line[0] + line[1] * odds(whole.probability(known)));
            return Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, corrected));
        };
    }

    /** Requires enough cases even without one part. */
    private static void requireEnough(List<TrainingExample> closed) {
        long won = closed.stream().filter(TrainingExample::won).count();
        if (won < MIN_CASES_TO_FOLD) {
            throw new NotEnoughHistoryException("won deals", MIN_CASES_TO_FOLD, won);
        } else if (closed.size() - won < MIN_CASES_TO_FOLD) {
            throw new NotEnoughHistoryException("lost deals", MIN_CASES_TO_FOLD, closed.size() - won);
        }
    }

    /** Deals won and lost cases to the parts in turn, so that each part has its share of both. */
    private static List<List<TrainingExample>> dealt(List<TrainingExample> closed) {
        List<List<TrainingExample>> parts = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            parts.add(new ArrayList<>());
        }
        int[] next = new int[2];
        for (TrainingExample each : closed) {
            parts.get(next[each.won() ? 1 : 0]++ % FOLDS).add(each);
        }
        return parts;
    }

    private static double odds(double probability) {
        double inside = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
        return Math.log(inside / (1 - inside));
    }
}
