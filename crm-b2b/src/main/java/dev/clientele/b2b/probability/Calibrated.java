package dev.clientele.b2b.probability;

import dev.clientele.b2b.outlook.NotEnoughHistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Another method whose probabilities are made to come true: the cases are dealt out to five parts in turn, each part is foretold
 * by what was learned from the other four, and a straight line through the log-odds of these forecasts, fitted to how the cases
 * ended, corrects what is then learned from all of them.
 *
 * @param method the other method
 */
public record Calibrated(WinMethod method) implements WinMethod {

    private static final int PARTS = 5;
    private static final int ENOUGH = FEWEST * PARTS / (PARTS - 1) + 1;
    private static final double RIDGE = 1e-6;
    private static final double LEAST = 1e-6;

    /** Refuses null. */
    public Calibrated {
        Objects.requireNonNull(method, "method");
    }

    @Override
    public String name() {
        return method.name() + ", calibrated";
    }

    @Override
    public WinModel learn(List<ClosedCase> closed) {
        requireEnough(closed);
        WinModel whole = method.learn(closed);
        List<List<ClosedCase>> parts = dealt(closed);
        double[][] rows = new double[closed.size()][];
        boolean[] won = new boolean[closed.size()];
        int n = 0;
        for (List<ClosedCase> part : parts) {
            List<ClosedCase> others = new ArrayList<>();
            parts.stream().filter(other -> other != part).forEach(others::addAll);
            WinModel model = method.learn(others);
            for (ClosedCase each : part) {
                rows[n] = new double[] {1, odds(model.probability(each.known()))};
                won[n] = each.won();
                n++;
            }
        }
        double[] line = LogisticRegression.fit(rows, won, RIDGE);
        return known -> {
            double corrected = LogisticRegression.sigmoid(line[0] + line[1] * odds(whole.probability(known)));
            return Math.min(1 - LEAST, Math.max(LEAST, corrected));
        };
    }

    /** Enough even without one part. */
    private static void requireEnough(List<ClosedCase> closed) {
        long won = closed.stream().filter(ClosedCase::won).count();
        if (won < ENOUGH) {
            throw new NotEnoughHistoryException("won deals", ENOUGH, won);
        } else if (closed.size() - won < ENOUGH) {
            throw new NotEnoughHistoryException("lost deals", ENOUGH, closed.size() - won);
        }
    }

    /** Won and lost ones in turn, so that each part has its share of both. */
    private static List<List<ClosedCase>> dealt(List<ClosedCase> closed) {
        List<List<ClosedCase>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new ArrayList<>());
        }
        int[] next = new int[2];
        for (ClosedCase each : closed) {
            parts.get(next[each.won() ? 1 : 0]++ % PARTS).add(each);
        }
        return parts;
    }

    private static double odds(double probability) {
        double inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(inside / (1 - inside));
    }
}
