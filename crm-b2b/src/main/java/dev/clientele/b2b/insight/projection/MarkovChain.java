package dev.clientele.b2b.insight.projection;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Table;
import com.google.common.primitives.Doubles;
import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The absorbing Markov chain of deals between stages: computes, from the counts of moves, backward ones too, the
 * probability that a deal in each stage is won, and the expected number of moves until it is closed.
 *
 * <p>With {@code Q} the probabilities of moves among open stages and {@code r} those of moves to won, the chances are
 * {@code (I − Q)⁻¹ r} and the expected moves {@code (I − Q)⁻¹ 1}. A stage that no deal has left, or from which moves
 * lead round without ever closing, has the chance zero. After J. G. Kemeny, J. L. Snell, <i>Finite Markov Chains</i>
 * (1960), chapter III. Doesn't look at time: it tells how many deals are won at all. Immutable and thread-safe.
 */
public final class MarkovChain {

    private static final double SINGULAR = 1e-12;

    private final Map<String, Double> chances;
    private final Map<String, Double> moves;

    private MarkovChain(Map<String, Double> chances, Map<String, Double> moves) {
        this.chances = ImmutableMap.copyOf(chances);
        this.moves = ImmutableMap.copyOf(moves);
    }

    /**
     * Returns the chain with these counts of moves.
     *
     * @param counts from each open stage to each other stage; every stage that isn't a key and isn't {@code won} is an end
     *     without winning
     * @param won the stage of deals that are won
     */
    public static MarkovChain of(Map<String, Map<String, Long>> counts, String won) {
        SortedMap<String, Map<String, Long>> rows = new TreeMap<>(counts);
        List<String> stages = List.copyOf(rows.keySet());
        int n = stages.size();
        double[][] system = new double[n][n + 2];
        for (int i = 0; i < n; i++) {
            Map<String, Long> row = rows.getOrDefault(stages.get(i), Map.of());
            double total = row.values().stream().mapToLong(Long::longValue).sum();
            system[i][i] = 1;
            if (total > 0) {
                for (Map.Entry<String, Long> move : row.entrySet()) {
                    double share = move.getValue() / total;
                    int to = stages.indexOf(move.getKey());
                    if (to >= 0) {
                        system[i][to] -= share;
                    } else if (move.getKey().equals(won)) {
                        system[i][n] += share;
                    }
                }
                system[i][n + 1] = 1;
            }
        }
        solve(system, n);
        Map<String, Double> chances = new HashMap<>();
        Map<String, Double> moves = new HashMap<>();
        for (int i = 0; i < n; i++) {
            chances.put(stages.get(i), Doubles.constrainToRange(system[i][n], 0, 1));
            moves.put(stages.get(i), system[i][n + 1]);
        }
        return new MarkovChain(chances, moves);
    }

    /** Returns the method that learns a chain from the moves of a history and forecasts by it. */
    public static ProjectionMethod method() {
        return new MarkovChainMethod();
    }

    /** Returns the probability that a deal in a stage is won in the end; zero for a stage that isn't known. */
    public double winProbability(String stage) {
        return chances.getOrDefault(stage, 0.0);
    }

    /** Returns the mean number of moves until a deal in a stage is closed; zero for a stage that isn't known. */
    public double expectedMoves(String stage) {
        return moves.getOrDefault(stage, 0.0);
    }

    /** Solves the system by Gauss and Jordan with partial pivoting; what is undetermined becomes zero. */
    private static void solve(double[][] system, int n) {
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = system[pivot];
            system[pivot] = system[column];
            system[column] = swapped;
            if (Math.abs(swapped[column]) < SINGULAR) {
                swapped[column] = 1;
                swapped[n] = 0;
                swapped[n + 1] = 0;
                for (int k = column + 1; k < n; k++) {
                    swapped[k] = 0;
                }
            }
            for (int row = 0; row < n; row++) {
                double factor = system[row][column] / swapped[column];
                if (row != column && factor != 0) {
                    for (int k = column; k < n + 2; k++) {
                        system[row][k] -= factor * swapped[k];
                    }
                }
            }
            for (int k = n + 1; k >= column; k--) {
                swapped[k] /= swapped[column];
            }
        }
    }

    private record MarkovChainMethod() implements ProjectionMethod {

        private static final String WON = " won";
        private static final String LOST = " lost";

        @Override
        public String name() {
            return "absorbing Markov chain";
        }

        @Override
        public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
            Table<String, String, Long> counts = HashBasedTable.create();
            long closed = 0;
            for (DealPath track : known.paths()) {
                for (int i = 0; i + 1 < track.steps().size(); i++) {
                    DealPath.StageEntry from = track.steps().get(i);
                    DealPath.StageEntry to = track.steps().get(i + 1);
                    if (from.kind() == StageKind.OPEN) {
                        counts.row(from.stage()).merge(target(to), 1L, Long::sum);
                        closed += to.kind() == StageKind.OPEN ? 0 : 1;
                    }
                }
            }
            if (closed == 0) {
                throw new NotEnoughHistoryException("closed deals", 1, 0);
            }
            MarkovChain chain = MarkovChain.of(counts.rowMap(), WON);
            return standing -> chain.winProbability(standing.stage());
        }

        private static String target(DealPath.StageEntry step) {
            return switch (step.kind()) {
                case OPEN -> step.stage();
                case WON -> WON;
                case LOST -> LOST;
            };
        }
    }
}
