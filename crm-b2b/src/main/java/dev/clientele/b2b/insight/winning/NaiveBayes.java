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
 * 0.0001 and 0.9999; {@code W} and {@code L} are the numbers of won and lost deals. No word under a name is a word, too, and was
 * seen as often as deals had none: a deal without a tag that decides is told from one that has it. Stages are counted otherwise, as
 * Odoo does: a won deal counts for every stage, a lost one for those up to the one that it was lost from, and the counts of the
 * first stage divide those of every stage; a deal lost from a stage that isn't one of these any more counts for none of them. A word
 * that was never seen says nothing; numbers don't count. Names are taken in their order, so that a probability is the same in every
 * run, to the last bit. Immutable and thread-safe.
 */
public final class NaiveBayes implements WinProbabilityModel {

    private static final double PRIOR_COUNT = 0.1;
    private static final double MIN_PROBABILITY = 0.0001;

    /** The word of a deal that has none under a name. */
    private static final String NONE = "";

    private final ImmutableTable<String, String, OutcomeCount> counts;
    private final @Nullable String stageName;
    private final OutcomeCount all;
    private final OutcomeCount inStages;

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

    private NaiveBayes(
            Table<String, String, OutcomeCount> counts,
            @Nullable String stageName,
            @Nullable String firstStage,
            OutcomeCount all) {
        this.counts = ImmutableTable.copyOf(counts);
        this.stageName = stageName;
        this.all = all;
        this.inStages = stageName == null || firstStage == null ? all : firstCount(counts, stageName, firstStage);
    }

    private static OutcomeCount firstCount(
            Table<String, String, OutcomeCount> counts, String stageName, String firstStage) {
        OutcomeCount first = counts.get(stageName, firstStage);
        if (first == null) {
            throw new IllegalArgumentException("counts must hold the first stage, " + firstStage);
        }
        return first;
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
        return new NaiveBayes(table, stageName, firstStage, firstCount(table, stageName, firstStage));
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
        for (Map.Entry<String, Map<String, OutcomeCount>> name : counts.rowMap().entrySet()) {
            Map<String, OutcomeCount> seen = name.getValue();
            OutcomeCount count = seen.get(known.categories().getOrDefault(name.getKey(), NONE));
            if (count != null) {
                OutcomeCount whole = name.getKey().equals(stageName) ? inStages : whole(seen);
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
            countMissing(counts, all);
            return new NaiveBayes(counts, stageName, stageName == null ? null : stages.get(0), all);
        }

        /** Counts, under each name but the stages', the deals that have no word: all but those that have one. */
        private void countMissing(Table<String, String, OutcomeCount> counts, OutcomeCount all) {
            for (String name : List.copyOf(counts.rowKeySet())) {
                if (!name.equals(stageName)) {
                    double won = all.won() - PRIOR_COUNT;
                    double lost = all.lost() - PRIOR_COUNT;
                    for (OutcomeCount count : counts.row(name).values()) {
                        won -= count.won() - PRIOR_COUNT;
                        lost -= count.lost() - PRIOR_COUNT;
                    }
                    if (Math.rint(won) + Math.rint(lost) > 0) {
                        add(counts, name, NONE, Math.rint(won), Math.rint(lost));
                    }
                }
            }
        }

        private void countStages(TrainingExample each, Table<String, String, OutcomeCount> counts) {
            if (stageName == null) {
                return;
            }
            int reached = each.won()
                    ? stages.size() - 1
                    : stages.indexOf(each.features().categories().getOrDefault(stageName, NONE));
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
