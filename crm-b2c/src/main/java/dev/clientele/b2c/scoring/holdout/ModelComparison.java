package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Several models fitted to the same customers and judged by the same hold-out period. Immutable and thread-safe.
 *
 * @param models one for each family, in the order in which they were given
 */
public record ModelComparison(List<ComparedModel> models) {
    public ModelComparison {
        models = List.copyOf(models);
    }

    /**
     * Fits and judges. A model that can't be fitted stands in the comparison with its reason.
     *
     * @param families such as {@link dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies#continuousTime}
     * @param split customers and hold-out period
     */
    public static ModelComparison of(List<? extends RepeatPurchaseFamily> families, HoldOutSplit split) {
        List<ComparedModel> models = new ArrayList<>();
        for (RepeatPurchaseFamily family : families) {
            models.add(compare(family, split));
        }
        return new ModelComparison(models);
    }

    private static ComparedModel compare(RepeatPurchaseFamily family, HoldOutSplit split) {
        try {
            FittedModel fitted = family.fit(split.calibration());
            return new ComparedModel(
                    family, Optional.of(fitted), Optional.of(split.evaluate(fitted)), Optional.empty());
        } catch (NoFitException failure) {
            return new ComparedModel(family, Optional.empty(), Optional.empty(), Optional.of(failure));
        }
    }

    /** Chooses the fitted model with the smallest root mean square error in the hold-out; empty if none was fitted. */
    public Optional<ComparedModel> best() {
        return least(Comparator.comparingDouble(
                model -> model.holdOut().orElseThrow().rootMeanSquareError()));
    }

    /** Returns the fitted model with the smallest AIC: what one would choose without a hold-out. */
    public Optional<ComparedModel> bestByAic() {
        return least(Comparator.comparingDouble(
                model -> model.fitted().orElseThrow().fit().aic()));
    }

    private Optional<ComparedModel> least(Comparator<ComparedModel> order) {
        return models.stream().filter(model -> model.fitted().isPresent()).min(order);
    }
}
