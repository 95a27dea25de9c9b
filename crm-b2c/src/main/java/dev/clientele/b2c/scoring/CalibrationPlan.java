package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.data.SpendBasis;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.family.ParameterPrior;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.family.SpendFamily;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The plan of a calibration: the models to fit and the purchases they are fitted to. Immutable and thread-safe.
 *
 * @param purchases the kind of model for how often and how long persons buy
 * @param spend the kind of model for what they spend, or none
 * @param basis which purchases the spend model averages
 * @param end the last day whose purchases count; today, by the session's clock in the policy's zone, if not said
 * @param currency only purchases in this currency count; if not said, the one that all purchases are in
 */
public record CalibrationPlan(
        RepeatPurchaseFamily purchases,
        Optional<SpendFamily> spend,
        SpendBasis basis,
        Optional<LocalDate> end,
        Optional<CurrencyUnit> currency) {

    /** Refuses nulls. */
    public CalibrationPlan {
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(currency, "currency");
    }

    /** Creates a plan of this model and Gamma-Gamma on repeat purchases, up to today, in the one currency there is. */
    public static CalibrationPlan of(RepeatPurchaseFamily purchases) {
        return new CalibrationPlan(
                purchases, Optional.of(GammaGamma.standard()), SpendBasis.REPEATS, Optional.empty(), Optional.empty());
    }

    /** Returns a copy for purchases up to and on a day. */
    public CalibrationPlan withEnd(LocalDate day) {
        return new CalibrationPlan(purchases, spend, basis, Optional.of(day), currency);
    }

    /** Returns a copy for purchases in a currency. */
    public CalibrationPlan withCurrency(CurrencyUnit unit) {
        return new CalibrationPlan(purchases, spend, basis, end, Optional.of(unit));
    }

    /** Returns a copy with another spend model. */
    public CalibrationPlan withSpend(SpendFamily family, SpendBasis averaged) {
        return new CalibrationPlan(purchases, Optional.of(family), averaged, end, currency);
    }

    /**
     * Returns a copy whose models are fitted with a prior, for few customers; what was drawn to what stands in the calibration's remarks.
     * Priors that differ are given to the families themselves.
     *
     * @throws IllegalArgumentException if the prior names a parameter that one of the models doesn't have
     */
    public CalibrationPlan withPrior(ParameterPrior prior) {
        return new CalibrationPlan(
                purchases.withPrior(prior), spend.map(family -> family.withPrior(prior)), basis, end, currency);
    }

    /** Returns a copy without a spend model: scores then have no spend and no value. */
    public CalibrationPlan withoutSpend() {
        return new CalibrationPlan(purchases, Optional.empty(), basis, end, currency);
    }
}
