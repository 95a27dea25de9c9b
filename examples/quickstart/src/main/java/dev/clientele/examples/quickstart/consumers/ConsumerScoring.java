package dev.clientele.examples.quickstart.consumers;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.scoring.CalibrationPlan;
import dev.clientele.b2c.scoring.Scoring;
import dev.clientele.b2c.scoring.Valuation;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Horizon;
import dev.clientele.examples.quickstart.load.LoadSteps;
import java.time.LocalDate;
import java.util.List;

/**
 * Fits BG/NBD and Gamma-Gamma to the purchases of the first eighteen months, and scores everybody as of the last day.
 *
 * <p>With all purchases until the end of 1997, or until the end of November 1998, the likelihood of BG/NBD goes on rising as
 * the chance of leaving goes to zero: customers who never leave describe the data as well, and NBD would be fitted
 * instead. Until the end of June 1998 it has a maximum, so that is where the calibration ends.
 */
public final class ConsumerScoring {

    /** The steps in order. */
    public static final List<String> STEPS = List.of("Fitting the purchase model", "Scoring every consumer");

    /** The last day whose purchases the models learn from. */
    public static final LocalDate CALIBRATION_END = LocalDate.of(1998, 6, 30);

    /** The last day of the data: from there one looks ahead. */
    public static final LocalDate LAST_DAY = LocalDate.of(1998, 11, 30);

    /** How consumers are valued: a year ahead, later money counting for less. */
    public static final Valuation VALUATION =
            Valuation.over(Horizon.months(12)).asOf(LAST_DAY).withDiscountRate(DiscountRate.annual(0.10));

    private ConsumerScoring() {}

    /** Does what is missing. */
    public static void run(LoadSteps steps) {
        steps.run(STEPS.get(0), () -> List.of(CALIBRATION_END), 1, (tx, days) -> {
            Scoring scoring = B2c.in(tx).scoring();
            scoring.activate(scoring.fit(
                    CalibrationPlan.of(BgNbd.weekly()).withEnd(days.get(0)).withCurrency(ConsumersLoad.CURRENCY)));
            return List.of();
        });
        steps.run(STEPS.get(1), () -> List.of(LAST_DAY), 1, (tx, days) -> {
            B2c.in(tx).scoring().score(VALUATION);
            return List.of();
        });
    }
}
