package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.fit.PredictionInterval;
import java.util.Objects;
import java.util.Optional;

/**
 * Between which numbers that lies which will happen within a horizon, of one customer or of many together.
 *
 * @param purchases their number
 * @param spend on them in units of currency, neither discounted nor times a margin; empty without a spend model, and of many together
 *     where that has no mean
 */
public record PurchasePrediction(PredictionInterval purchases, Optional<PredictionInterval> spend) {
    public PurchasePrediction {
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(spend, "spend");
    }
}
