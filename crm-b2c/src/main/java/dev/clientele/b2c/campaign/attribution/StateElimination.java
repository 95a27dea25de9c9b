package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Solves an absorbing Markov chain by eliminating one transient state after the other, that with the fewest neighbours first
 * (Grassmann, Taksar and Heyman 1985, Regenerative Analysis and Steady State Distributions for Markov Chains, Operations
 * Research 33(5), 1107-1116). It is Gaussian elimination without a subtraction, so that rounding stays at the last digits
 * whatever the chain. Rows stay sparse until what is left is nearly full.
 */
final class StateElimination {
    static final int CONVERSION = -1;
    static final int NULL = -2;

    private static final int SMALL = 32;

    private final int max;
    private final List<Map<Integer, Double>> rows = new ArrayList<>();
    private final List<Set<Integer>> sources = new ArrayList<>();
    private final List<double[]> ends = new ArrayList<>();
    private long entries;

    StateElimination(int max) {
        this.max = max;
    }

    /** Adds weight to a transition from a state, 0 for the start; rows needn't be normalised. A loop has no effect. */
    void add(int from, int to, double weight) {
        while (rows.size() <= Math.max(from, to)) {
            rows.add(new LinkedHashMap<>());
            sources.add(new HashSet<>());
            ends.add(new double[2]);
        }
        if (to < 0) {
            ends.get(from)[-1 - to] += weight;
        } else if (from != to) {
            rows.get(from).merge(to, weight, Double::sum);
            if (sources.get(to).add(from) && ++entries > max) {
                throw new AttributionLimitException("matrix entries", max);
            }
        }
    }

    /** Returns the probability that the start ends in a conversion; 0 if it leads nowhere. */
    double solve() {
        if (rows.isEmpty()) {
            return 0;
        }
        PriorityQueue<long[]> queue =
                new PriorityQueue<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        Set<Integer> left = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            left.add(i);
            queue.add(new long[] {cost(i), i});
        }
        while (!left.isEmpty()) {
            if (left.size() <= SMALL || entries * 4 > (long) left.size() * left.size()) {
                return solveDense(left.stream().sorted().toList());
            }
            long[] next = queue.remove();
            int state = (int) next[1];
            if (left.contains(state)) {
                if (cost(state) != next[0]) {
                    queue.add(new long[] {cost(state), state});
                } else {
                    left.remove(state);
                    eliminate(state);
                }
            }
        }
        return share(ends.get(0));
    }

    private long cost(int state) {
        return (long) rows.get(state).size() * sources.get(state).size();
    }

    private void eliminate(int state) {
        Map<Integer, Double> row = rows.get(state);
        double[] end = ends.get(state);
        double total = end[0] + end[1];
        for (double weight : row.values()) {
            total += weight;
        }
        row.keySet().forEach(to -> sources.get(to).remove(state));
        entries -= row.size();
        for (int from : sources.get(state).stream().sorted().toList()) {
            Double weight = rows.get(from).remove(state);
            entries--;
            if (weight != null) {
                double factor = weight / total;
                row.forEach((to, onward) -> add(from, to, factor * onward));
                add(from, CONVERSION, factor * end[0]);
                add(from, NULL, factor * end[1]);
            }
        }
        row.clear();
        sources.get(state).clear();
    }

    private double solveDense(List<Integer> left) {
        int n = left.size() + 1;
        double[][] matrix = new double[n][n + 2];
        Map<Integer, Integer> places = new LinkedHashMap<>();
        places.put(0, 0);
        left.forEach(state -> places.put(state, places.size()));
        places.forEach((state, place) -> {
            rows.get(state).forEach((to, weight) -> matrix[place][places.getOrDefault(to, 0)] = weight);
            matrix[place][n] = ends.get(state)[0];
            matrix[place][n + 1] = ends.get(state)[1];
        });
        for (int k = n - 1; k > 0; k--) {
            double total = matrix[k][n] + matrix[k][n + 1];
            for (int j = 0; j < k; j++) {
                total += matrix[k][j];
            }
            for (int i = 0; i < k; i++) {
                double factor = matrix[i][k] / total;
                if (factor > 0) {
                    for (int j = 0; j < k; j++) {
                        matrix[i][j] += factor * matrix[k][j];
                    }
                    matrix[i][n] += factor * matrix[k][n];
                    matrix[i][n + 1] += factor * matrix[k][n + 1];
                    matrix[i][i] = 0;
                }
            }
        }
        return share(new double[] {matrix[0][n], matrix[0][n + 1]});
    }

    private static double share(double[] end) {
        return end[0] + end[1] > 0 ? end[0] / (end[0] + end[1]) : 0;
    }
}
