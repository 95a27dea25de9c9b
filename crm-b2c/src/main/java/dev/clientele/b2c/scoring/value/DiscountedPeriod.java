package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A time ahead in a model's terms.
 *
 * @param time its length in the model's unit of time, infinite where the horizon has no end
 * @param rate the continuous discount rate per unit of time
 */
public record DiscountedPeriod(double time, double rate) {

    /**
     * Converts a horizon.
     *
     * @param step the model's unit of time
     * @param discounting how later money is discounted
     * @param asOf the day from which one looks ahead
     */
    public static DiscountedPeriod of(TimeStep step, Discounting discounting, LocalDate asOf, Horizon horizon) {
        LocalDate end = horizon.endExclusive(asOf).orElse(asOf.plusYears(400));
        double days = ChronoUnit.DAYS.between(asOf, end);
        double yearsPerDay = discounting.dayCount().years(asOf, end) / days;
        double rate = discounting.rate().toContinuous().rate() * yearsPerDay * step.days();
        double time = horizon.isInfinite() ? Double.POSITIVE_INFINITY : step.convert(days, TimeStep.DAY);
        return new DiscountedPeriod(time, rate);
    }

    /** Returns this period as a model counts it: of one of opportunities the nearest whole number of them. */
    public DiscountedPeriod in(RepeatPurchaseModel model) {
        return model.countsOpportunities() ? new DiscountedPeriod(Math.rint(time), rate) : this;
    }
}
