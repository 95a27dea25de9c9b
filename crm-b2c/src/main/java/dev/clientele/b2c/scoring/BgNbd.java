package dev.clientele.b2c.scoring;

import java.util.List;
import java.util.Objects;

/**
 * The BG/NBD model, to be fitted (Fader, Hardie and Lee 2005); see {@link BgNbdModel} for what it assumes. Parameters r,
 * alpha, a, b. Immutable and thread-safe.
 */
public final class BgNbd implements RepeatPurchaseFamily {
    static final String NAME = "BG/NBD";
    static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    private final TimeStep step;

    private BgNbd(TimeStep step) {
        this.step = Objects.requireNonNull(step, "step");
    }

    /** Time in weeks, as usual in the literature. */
    public static BgNbd weekly() {
        return in(TimeStep.WEEK);
    }

    /** Time in days. */
    public static BgNbd daily() {
        return in(TimeStep.DAY);
    }

    /** Time in another unit. */
    public static BgNbd in(TimeStep step) {
        return new BgNbd(step);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public TimeStep step() {
        return step;
    }

    @Override
    public BgNbdModel with(double... parameters) {
        RepeatPurchaseFamily.requireCount(this, parameters);
        return new BgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public FittedModel fit(CustomerBase customers) {
        CustomerBase base = customers.usable(NAME).in(step);
        double pace = base.totalRepeats() / base.totalAge();
        Fit fit = new MaximumLikelihood(
                        NAME, PARAMETERS, new BgNbdLikelihood(base), base.customers(), base.repeatCustomers())
                .from(start(0.3, pace, 0.8, 2.5), start(1.5, pace, 0.5, 4), start(0.1, pace, 0.3, 1));
        double[] p = fit.parameters().values().stream().mapToDouble(d -> d).toArray();
        return new FittedModel(with(p), step, fit, base.asOf());
    }

    /** A start at which the average customer buys a little faster than the data, as some have left. */
    private static double[] start(double r, double pace, double a, double b) {
        return new double[] {r, r / (1.5 * pace), a, b};
    }
}
