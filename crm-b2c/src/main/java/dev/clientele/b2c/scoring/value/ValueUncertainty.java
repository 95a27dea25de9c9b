package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.SpendFamilies;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.model.SpendModel;
import dev.clientele.core.numerics.ArgumentChecks;
import java.util.function.ToDoubleFunction;

/** The uncertainty of the product of expected purchases and expected spend; the two models were fitted apart. */
record ValueUncertainty(Uncertainty<RepeatPurchaseModel> purchases, Uncertainty<SpendModel> spend, double level) {
    /** Beyond this factor nothing is known, and money has an end too. */
    private static final double MAX_FACTOR = 1e6;

    static ValueUncertainty of(FittedModel purchases, FittedSpendModel spend, double level) {
        return new ValueUncertainty(
                RepeatPurchaseFamilies.uncertainty(purchases),
                SpendFamilies.uncertainty(spend),
                ArgumentChecks.requireLevel(level));
    }

    /**
     * Returns the factor from the estimate to the upper end of the interval, and from the lower end to the estimate.
     */
    double intervalFactor(ToDoubleFunction<RepeatPurchaseModel> discounted, SpendSummary spent) {
        double variance = purchases.varianceOfLog(discounted) + spend.varianceOfLog(m -> m.expectedSpend(spent));
        return Math.min(MAX_FACTOR, Math.exp(Math.sqrt(variance) * Uncertainty.halfWidth(level)));
    }
}
