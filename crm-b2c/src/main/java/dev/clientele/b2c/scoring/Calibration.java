package dev.clientele.b2c.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.b2c.scoring.data.SpendBasis;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Models as they were fitted to the stored purchases up to a day: which, to what, with what result, when. Never changed once
 * stored; a later fit is another calibration. Immutable and thread-safe.
 */
public final class Calibration extends Entity<Calibration> {

    private static final EntityTypeBuilder<Calibration> DECLARE = EntityType.define("calibration", Calibration::new);

    /** The time of the fit. */
    public static final OrderedField<Calibration, Instant> FITTED_AT =
            DECLARE.instant("fitted_at", Trait.REQUIRED, Trait.INDEXED);
    /** The last day whose purchases counted. */
    public static final OrderedField<Calibration, LocalDate> CALIBRATION_END =
            DECLARE.date("calibration_end", Trait.REQUIRED);
    /** The currency of the purchases that counted. */
    public static final CodedField<Calibration, CurrencyUnit> CURRENCY = DECLARE.currency("currency", Trait.REQUIRED);
    /** The way in which purchases of one day counted. */
    public static final CodedField<Calibration, SameDay> SAME_DAY =
            DECLARE.choice("same_day", SameDay.class, Trait.REQUIRED);
    /** The effect of refunds. */
    public static final CodedField<Calibration, Refunds> REFUNDS =
            DECLARE.choice("refunds", Refunds.class, Trait.REQUIRED);
    /** The name of the purchase model, such as {@code BG/NBD}. */
    public static final TextField<Calibration> MODEL = DECLARE.text("model", 60, Trait.REQUIRED);
    /** The unit of the purchase model's times. */
    public static final CodedField<Calibration, TimeStep> STEP = DECLARE.choice("step", TimeStep.class, Trait.REQUIRED);
    /** The number of persons who had bought. */
    public static final OrderedField<Calibration, Long> CUSTOMERS = DECLARE.integer("customers", Trait.REQUIRED);
    /** The number of those who had bought again. */
    public static final OrderedField<Calibration, Long> REPEAT_CUSTOMERS =
            DECLARE.integer("repeat_customers", Trait.REQUIRED);
    /** Log-likelihood of the purchase model at its estimates. */
    public static final OrderedField<Calibration, Double> LOG_LIKELIHOOD =
            DECLARE.real("log_likelihood", Trait.REQUIRED);
    /** True if the purchase model's maximum was reached. */
    public static final FlagField<Calibration> CONVERGED = DECLARE.flag("converged", Trait.REQUIRED);
    /** The name of the spend model, such as {@code Gamma-Gamma}; missing if there is none. */
    public static final TextField<Calibration> SPEND_MODEL = DECLARE.text("spend_model", 60);
    /** The purchases that the spend model averages. */
    public static final CodedField<Calibration, SpendBasis> SPEND_BASIS =
            DECLARE.choice("spend_basis", SpendBasis.class, Trait.REQUIRED);
    /** The number of persons that the spend model was fitted to. */
    public static final OrderedField<Calibration, Long> SPEND_CUSTOMERS = DECLARE.integer("spend_customers");
    /** Log-likelihood of the spend model at its estimates. */
    public static final OrderedField<Calibration, Double> SPEND_LOG_LIKELIHOOD = DECLARE.real("spend_log_likelihood");
    /** True if the spend model's maximum was reached. */
    public static final FlagField<Calibration> SPEND_CONVERGED = DECLARE.flag("spend_converged");
    /** The purchase model's parameters. */
    public static final BodyField<Calibration, ParameterEstimates> ESTIMATES =
            DECLARE.structured("estimates", ParameterEstimates.class, Trait.REQUIRED);
    /** The spend model's parameters. */
    public static final BodyField<Calibration, ParameterEstimates> SPEND_ESTIMATES =
            DECLARE.structured("spend_estimates", ParameterEstimates.class);

    /** Remarks to know before relying on the fit, such as that a simpler model was fitted than was asked for. */
    public static final BodyField<Calibration, List<FitRemark>> REMARKS = DECLARE.list("remarks", FitRemark.class, 20);

    /** As {@link #REMARKS}, of the spend model. */
    public static final BodyField<Calibration, List<FitRemark>> SPEND_REMARKS =
            DECLARE.list("spend_remarks", FitRemark.class, 20);

    /** The declaration. */
    public static final EntityType<Calibration> TYPE = DECLARE.build();

    private Calibration(EntityState<Calibration> state) {
        super(state);
    }

    /** Returns the last day whose purchases counted. */
    public LocalDate end() {
        return require(CALIBRATION_END);
    }

    /** Returns the currency of the purchases that counted. */
    public CurrencyUnit currency() {
        return require(CURRENCY);
    }

    /** Returns the rule of what counted as a purchase. */
    public CountingRule rule() {
        return new CountingRule(require(SAME_DAY), require(REFUNDS));
    }

    /** Returns the purchases that the spend model averages. */
    public SpendBasis basis() {
        return require(SPEND_BASIS);
    }

    /**
     * Returns the fitted model of purchases.
     *
     * @throws dev.clientele.core.error.CorruptException if it was stored by a version that knew a model which this one doesn't
     */
    public FittedModel purchaseModel() {
        return CalibrationModels.readPurchaseModel(this);
    }

    /**
     * Returns the fitted model of spend per purchase; empty if it was fitted without a spend model.
     *
     * @throws dev.clientele.core.error.CorruptException as {@link #purchaseModel}
     */
    public Optional<FittedSpendModel> spendModel() {
        return CalibrationModels.readSpendModel(this);
    }
}
