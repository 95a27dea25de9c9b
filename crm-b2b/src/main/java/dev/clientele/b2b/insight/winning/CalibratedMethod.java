package dev.clientele.b2b.insight.winning;

import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
    public WinProbabilityModel learn(List<TrainingExample> examples) {
        List<TrainingExample> closed = examples instanceof RandomAccess ? examples : List.copyOf(examples);
        requireEnough(closed);
        WinProbabilityModel whole = method.learn(closed);
        int[] folds = dealt(closed);
        SparseRows rows = new SparseRows(2, 1);
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            WinProbabilityModel model = method.learn(choose(closed, i -> folds[i] != left));
            choose(closed, i -> folds[i] == left)
                    .forEach(each ->
                            rows.append(new double[] {1, odds(model.probability(each.features()))}, each.won()));
        }
        double[] line = LogisticRegression.fit(rows, RIDGE);
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

    /** Deals won and lost cases to the parts in turn, so that each part has its share of both; returns the part of each case. */
    private static int[] dealt(List<TrainingExample> closed) {
        int[] folds = new int[closed.size()];
        int[] next = new int[2];
        int n = 0;
        for (TrainingExample each : closed) {
            folds[n++] = next[each.won() ? 1 : 0]++ % FOLDS;
        }
        return folds;
    }

    /** Returns the cases at some places: a view, since they may be a great many. */
    private static List<TrainingExample> choose(List<TrainingExample> closed, IntPredicate place) {
        int[] chosen = IntStream.range(0, closed.size()).filter(place).toArray();
        return Lists.transform(Ints.asList(chosen), closed::get);
    }

    private static double odds(double probability) {
        double inside = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
        return Math.log(inside / (1 - inside));
    }
}
