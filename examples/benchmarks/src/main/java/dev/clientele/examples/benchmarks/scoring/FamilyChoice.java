package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.holdout.ComparedModel;
import dev.clientele.b2c.scoring.holdout.HoldOutSplit;
import dev.clientele.b2c.scoring.holdout.ModelComparison;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A set of simulated customers, and the model that each way of choosing takes for them.
 *
 * @param refused how many models couldn't be fitted
 * @param byBoth that with the smallest AIC less twice the log score of the hold-out, which {@link ModelComparison#best} takes
 * @param byAic that with the smallest AIC
 * @param byLogScore that with the highest log score of the hold-out
 * @param byError that with the smallest root mean square error in the hold-out
 */
record FamilyChoice(long refused, Chosen byBoth, Chosen byAic, Chosen byLogScore, Chosen byError) {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final Money PRICE = Money.ofMinor(CurrencyUnit.EUR, 1000);

    /**
     * A model that was chosen.
     *
     * @param name in the literature
     * @param distance root mean square over the customers of how far what it expects of each in the hold-out is from what the true
     *     model with its true parameters expects
     */
    record Chosen(String name, double distance) {}

    /**
     * Draws customers who come in the first quarter, and chooses.
     *
     * @param weeks that models see, and as many in the hold-out
     */
    static FamilyChoice of(TrueFamily truth, int customers, int weeks, long seed) {
        int days = weeks * 7;
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.EUR);
            double first = random.nextDouble() * days / 4;
            truth.draw(
                    random,
                    (2.0 * days - first) / 7,
                    time -> history.addPurchase(START.plusDays((long) (first + time * 7)), PRICE));
            histories.add(history.build());
        }
        HoldOutSplit split = HoldOutSplit.of(
                histories, START.plusDays(days - 1L), START.plusDays(2L * days - 1), CountingRule.standard());
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split);
        return new FamilyChoice(
                comparison.models().stream()
                        .filter(model -> model.failure().isPresent())
                        .count(),
                chosen(comparison.best().orElseThrow(), truth, split),
                chosen(smallestAic(comparison), truth, split),
                chosen(highestLogScore(comparison), truth, split),
                chosen(comparison.leastError().orElseThrow(), truth, split));
    }

    /** Of twins, the one which ranks higher stands for both. */
    private static ComparedModel smallestAic(ModelComparison comparison) {
        double least = comparison.ranking().stream()
                .mapToDouble(FamilyChoice::aic)
                .min()
                .orElseThrow();
        return comparison.ranking().stream()
                .filter(model -> aic(model) <= least + 1e-9 * Math.abs(least))
                .findFirst()
                .orElseThrow();
    }

    private static double aic(ComparedModel model) {
        return model.fitted().orElseThrow().fit().aic();
    }

    /** Twins have the same score but for rounding, so that the one which ranks higher stands for both. */
    private static ComparedModel highestLogScore(ModelComparison comparison) {
        double highest = comparison.models().stream()
                .flatMapToDouble(model -> model.logScore().stream())
                .max()
                .orElseThrow();
        return comparison.ranking().stream()
                .filter(model -> model.logScore().orElseThrow() >= highest - 1e-6 * Math.abs(highest))
                .findFirst()
                .orElseThrow();
    }

    private static Chosen chosen(ComparedModel choice, TrueFamily truth, HoldOutSplit split) {
        RepeatPurchaseModel model = choice.fitted().orElseThrow().model();
        RepeatPurchaseModel right = truth.model();
        CustomerBase customers = split.calibration().in(TimeStep.WEEK);
        double ahead = split.time(TimeStep.WEEK);
        double squares = 0;
        for (int i = 0; i < customers.cells(); i++) {
            double apart = model.expectedTransactions(ahead, customers.cell(i))
                    - right.expectedTransactions(ahead, customers.cell(i));
            squares += customers.count(i) * apart * apart;
        }
        return new Chosen(choice.name(), Math.sqrt(squares / customers.customers()));
    }
}
