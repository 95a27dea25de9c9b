package dev.clientele.b2c.scoring.data;

import dev.clientele.b2c.purchase.PurchaseSummary;
import java.util.Optional;

/** The purchases that a spend model averages. */
public enum SpendBasis {
    /** Purchases after the first, which is often different in kind: as the literature does on CDNOW. */
    REPEATS {
        @Override
        public Optional<SpendSummary> of(PurchaseSummary summary) {
            return SpendSummary.ofRepeats(summary);
        }
    },
    /** Purchases from the first on. */
    ALL_PURCHASES {
        @Override
        public Optional<SpendSummary> of(PurchaseSummary summary) {
            return SpendSummary.ofAll(summary);
        }
    };

    /**
     * Returns a customer's spend on this basis.
     *
     * @return empty if the mean is not above 0, which no model of positive spend can use
     */
    public abstract Optional<SpendSummary> of(PurchaseSummary summary);
}
