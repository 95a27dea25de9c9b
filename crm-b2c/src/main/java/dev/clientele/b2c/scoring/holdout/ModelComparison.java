package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Several models fitted to the same customers and, where there is one, judged by the same hold-out period. Immutable and
 * thread-safe.
 *
 * <p>Models are ranked by how likely they make the data, in deviance (−2 times the logarithm), less being better. What a model was
 * fitted to counts with a charge for its parameters: Akaike's information criterion, which estimates how badly the model would
 * foretell other data of the same origin (Akaike 1974, A New Look at the Statistical Model Identification, IEEE Transactions on
 * Automatic Control 19(6), 716-723; Burnham and Anderson 2002, Model Selection and Multimodel Inference, 2nd edition, Springer,
 * chapter 2). Where there is a hold-out, how likely the model made that beforehand counts too, without a charge, as no parameter was
 * fitted to it: the log score. Together they are the evidence of both periods, the later one judged as it came (Dawid 1984, Present
 * Position and Potential Developments: The Prequential Approach, Journal of the Royal Statistical Society A 147(2), 278-292). Models
 * that are equally good but for rounding stand in the order of how few parameters they have, a model before another of which it is the
 * limiting case on these data: BG/CNBD-k with k = 1 never comes before BG/NBD, which it then is, nor BG/NBD before NBD where nobody
 * leaves.
 *
 * <p>Errors in the hold-out tell how well a model does, and don't choose one. They look at each customer's number of purchases
 * alone, most of whose spread is chance that no model foretells, so that models differ in them by less than chance; a likelihood
 * looks at every time of every purchase. On simulated customers the criterion finds the model that they were drawn from and the
 * error doesn't ({@code family-choice} in the project's benchmarks).
 *
 * @param models one for each family, in the order in which they were given
 */
public record ModelComparison(List<ComparedModel> models) {
    /** Log-likelihoods of what a model was fitted to are reached to about 1e-11 of themselves. */
    private static final double CRITERION_ROUNDING = 1e-9;
    /** Log scores, of other data, to about 1e-8. */
    private static final double SCORE_ROUNDING = 1e-7;
    /** Estimates are reached to about 1e-8, and so is what follows from them. */
    private static final double ERROR_ROUNDING = 1e-6;

    public ModelComparison {
        models = List.copyOf(models);
    }

    /**
     * Fits models to the customers before a hold-out period and judges them by it. A model that can't be fitted stands in the
     * comparison with its reason.
     *
     * @param families whose likelihoods are of the same data, such as {@link
     *     dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies#continuousTime}
     * @param split customers and hold-out period
     */
    public static ModelComparison of(List<? extends RepeatPurchaseFamily> families, HoldOutSplit split) {
        return fit(
                families,
                split.calibration(),
                (family, fitted) -> new ComparedModel(
                        family,
                        Optional.of(fitted),
                        Optional.of(split.evaluate(fitted)),
                        OptionalDouble.of(split.logScore(family, fitted)),
                        Optional.empty()));
    }

    /**
     * Fits models where there is no hold-out period. A model that can't be fitted stands in the comparison with its reason.
     *
     * @param families whose likelihoods are of the same data, such as {@link
     *     dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies#continuousTime}
     */
    public static ModelComparison of(List<? extends RepeatPurchaseFamily> families, CustomerBase customers) {
        return fit(
                families,
                customers,
                (family, fitted) -> new ComparedModel(
                        family, Optional.of(fitted), Optional.empty(), OptionalDouble.empty(), Optional.empty()));
    }

    private static ModelComparison fit(
            List<? extends RepeatPurchaseFamily> families,
            CustomerBase customers,
            BiFunction<RepeatPurchaseFamily, FittedModel, ComparedModel> judge) {
        List<ComparedModel> models = new ArrayList<>();
        for (RepeatPurchaseFamily family : families) {
            try {
                models.add(judge.apply(family, family.fit(customers)));
            } catch (NoFitException failure) {
                models.add(new ComparedModel(
                        family, Optional.empty(), Optional.empty(), OptionalDouble.empty(), Optional.of(failure)));
            }
        }
        return new ModelComparison(models);
    }

    /** Chooses the first model of the {@link #ranking}; empty if none was fitted. */
    public Optional<ComparedModel> best() {
        return ranking().stream().findFirst();
    }

    /**
     * Returns the fitted models, the one with the smallest {@link ComparedModel#deviance() deviance} first; of several with the same but for rounding, that with fewer
     * parameters, then that given first.
     */
    public List<ComparedModel> ranking() {
        List<ComparedModel> left = new ArrayList<>(
                models.stream().filter(model -> model.fitted().isPresent()).toList());
        boolean judged = left.stream().anyMatch(model -> model.logScore().isPresent());
        double rounding = judged ? SCORE_ROUNDING : CRITERION_ROUNDING;
        List<ComparedModel> ranked = new ArrayList<>();
        while (!left.isEmpty()) {
            ComparedModel next = least(left, model -> model.deviance().orElseThrow(), rounding)
                    .orElseThrow();
            ranked.add(next);
            left.remove(next);
        }
        return List.copyOf(ranked);
    }

    /**
     * Returns the model with the smallest root mean square error in the hold-out, of several with the same but for rounding that
     * with fewer parameters: to be shown beside the choice. Empty if none was fitted or there is no hold-out.
     */
    public Optional<ComparedModel> leastError() {
        return least(
                models.stream().filter(model -> model.holdOut().isPresent()).toList(),
                model -> model.holdOut().orElseThrow().rootMeanSquareError(),
                ERROR_ROUNDING);
    }

    private static Optional<ComparedModel> least(
            List<ComparedModel> among, ToDoubleFunction<ComparedModel> figure, double rounding) {
        double least = among.stream().mapToDouble(figure).min().orElse(0);
        double alike = least + rounding * Math.abs(least);
        return among.stream()
                .filter(model -> figure.applyAsDouble(model) <= alike)
                .min(Comparator.comparingInt(
                                (ComparedModel model) -> fitted(model).fit().estimatedParameters())
                        .thenComparing(model -> !fitted(model).name().equals(model.name())));
    }

    private static FittedModel fitted(ComparedModel model) {
        return model.fitted().orElseThrow();
    }
}
