package dev.clientele.b2b.insight.winning;

import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import com.google.common.primitives.Doubles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A naive Bayes model: counts how often each word was seen among won and among lost deals, and takes words as
 * independent of each other.
 *
 * <p>With {@code w(v)} and {@code l(v)} the counts of the word {@code v}, each begun at a tenth, a deal scores
 *
 * <pre>
 * won   W/(W + L) · Π w(v) / Σ w
 * lost  L/(W + L) · Π l(v) / Σ l
 * </pre>
 *
 * where the sums go over all words under the same name, and its probability is {@code won / (won + lost)}, between
 * 0.0001 and 0.9999. Stages are counted otherwise, as Odoo does: a won deal counts for every stage, a lost one for
 * those up to the one that it was lost from; {@code W} and {@code L} are the counts of the first stage, and divide
 * those of every stage. Without stages they are the numbers of won and lost deals. A word that was never seen says
 * nothing; numbers don't count. Immutable and thread-safe.
 */
public final class NaiveBayes implements WinProbabilityModel {

    private static final double PRIOR_COUNT = 0.1;
    private static final double MIN_PROBABILITY = 0.0001;

    private final ImmutableTable<String, String, OutcomeCount> counts;
    private final @Nullable String stageName;
    private final OutcomeCount all;

    /**
     * The number of times that a word was seen, by outcome.
     *
     * @param won among won deals
     * @param lost among lost deals
     */
    public record OutcomeCount(double won, double lost) {

        /** Checks that both are above zero and finite. */
        public OutcomeCount {
            if (!(won > 0 && won <= Double.MAX_VALUE && lost > 0 && lost <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("counts must be above zero, got " + won + " and " + lost);
            }
        }

        private OutcomeCount plus(double moreWon, double moreLost) {
            return new OutcomeCount(won + moreWon, lost + moreLost);
        }
    }

    private NaiveBayes(Table<String, String, OutcomeCount> counts, @Nullable String stageName, OutcomeCount all) {
        this.counts = ImmutableTable.copyOf(counts);
        this.stageName = stageName;
        this.all = all;
    }

    /**
     * Returns a model of these counts.
     *
     * @param counts by name and word
     * @param stageName the name under which stages stand
     * @param firstStage the first of them
     */
    public static NaiveBayes of(Map<String, Map<String, OutcomeCount>> counts, String stageName, String firstStage) {
        Table<String, String, OutcomeCount> table = TreeBasedTable.create();
        counts.forEach((name, words) -> words.forEach((word, count) -> table.put(name, word, count)));
        return of(table, stageName, firstStage);
    }

    private static NaiveBayes of(Table<String, String, OutcomeCount> counts, String stageName, String firstStage) {
        OutcomeCount first = counts.get(stageName, firstStage);
        if (first == null) {
            throw new IllegalArgumentException("counts must hold the first stage, " + firstStage);
        }
        return new NaiveBayes(counts, stageName, first);
    }

    /** Returns the method that learns all words alike. */
    public static WinProbabilityMethod method() {
        return new NaiveBayesMethod(null, List.of());
    }

    /**
     * Returns the method that learns words, those under one name as stages.
     *
     * @param stageName the name under which stages stand: the last open one of a closed deal
     * @param stages in order
     */
    public static WinProbabilityMethod method(String stageName, List<String> stages) {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages must not be empty");
        }
        return new NaiveBayesMethod(Objects.requireNonNull(stageName, "stageName"), List.copyOf(stages));
    }

    @Override
    public double probability(DealFeatures known) {
        double won = Math.log(all.won() / (all.won() + all.lost()));
        double lost = Math.log(all.lost() / (all.won() + all.lost()));
        for (Map.Entry<String, String> word : known.categories().entrySet()) {
            Map<String, OutcomeCount> seen = counts.row(word.getKey());
            OutcomeCount count = seen.get(word.getValue());
            if (count != null) {
                OutcomeCount whole = word.getKey().equals(stageName) ? all : whole(seen);
                won += Math.log(count.won() / whole.won());
                lost += Math.log(count.lost() / whole.lost());
            }
        }
        double probability = 1 / (1 + Math.exp(lost - won));
        return Doubles.constrainToRange(probability, MIN_PROBABILITY, 1 - MIN_PROBABILITY);
    }

    private static OutcomeCount whole(Map<String, OutcomeCount> words) {
        double won = 0;
        double lost = 0;
        for (OutcomeCount count : words.values()) {
            won += count.won();
            lost += count.lost();
        }
        return new OutcomeCount(won, lost);
    }

    private record NaiveBayesMethod(@Nullable String stageName, List<String> stages) implements WinProbabilityMethod {

        @Override
        public String name() {
            return "naive Bayes";
        }

        @Override
        public WinProbabilityModel learn(List<TrainingExample> closed) {
            WinProbabilityMethod.requireEnough(closed);
            Table<String, String, OutcomeCount> counts = TreeBasedTable.create();
            OutcomeCount all = new OutcomeCount(PRIOR_COUNT, PRIOR_COUNT);
            for (TrainingExample each : closed) {
                double won = each.won() ? 1 : 0;
                all = all.plus(won, 1 - won);
                each.features().categories().forEach((name, word) -> {
                    if (!name.equals(stageName)) {
                        add(counts, name, word, won, 1 - won);
                    }
                });
                countStages(each, counts);
            }
            return stageName == null ? new NaiveBayes(counts, null, all) : of(counts, stageName, stages.get(0));
        }

        private void countStages(TrainingExample each, Table<String, String, OutcomeCount> counts) {
            if (stageName == null) {
                return;
            }
            int reached = each.won()
                    ? stages.size() - 1
                    : Math.max(0, stages.indexOf(each.features().categories().getOrDefault(stageName, "")));
            for (int i = 0; i < stages.size(); i++) {
                double lost = !each.won() && i <= reached ? 1 : 0;
                add(counts, stageName, stages.get(i), each.won() ? 1 : 0, lost);
            }
        }

        private static void add(
                Table<String, String, OutcomeCount> counts, String name, String word, double won, double lost) {
            OutcomeCount count = counts.get(name, word);
            OutcomeCount before = count == null ? new OutcomeCount(PRIOR_COUNT, PRIOR_COUNT) : count;
            counts.put(name, word, before.plus(won, lost));
        }
    }
}
