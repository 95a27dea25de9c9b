package dev.clientele.b2c.scoring;

import java.util.List;
import java.util.Objects;

/** What the families of models share: a unit of time, and a fit from a few sensible starts. */
abstract class TimedFamily implements RepeatPurchaseFamily {
    private final String name;
    private final List<String> parameterNames;
    private final TimeStep step;

    TimedFamily(String name, List<String> parameterNames, TimeStep step) {
        this.name = name;
        this.parameterNames = parameterNames;
        this.step = Objects.requireNonNull(step, "step");
    }

    /** The log-likelihood of a base in this family's unit of time. */
    abstract MaximumLikelihood.LogLikelihood likelihood(CustomerBase base);

    /**
     * Where to begin.
     *
     * @param pace repeat purchases per unit of time over all customers
     * @param age mean time observed
     */
    abstract double[][] starts(double pace, double age);

    /** What describes the data as well where a parameter goes to its boundary, as the subject and verb of a sentence. */
    String limit(String parameter, boolean toInfinity) {
        return "customers who don't differ in it describe";
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> parameterNames() {
        return parameterNames;
    }

    @Override
    public final TimeStep step() {
        return step;
    }

    @Override
    public final FittedModel fit(CustomerBase customers) {
        CustomerBase base = customers.usable(name).in(step);
        double pace = base.totalRepeats() / base.totalAge();
        double age = base.totalAge() / base.customers();
        return fit(base, starts(pace, age));
    }

    @Override
    public final FittedModel refit(CustomerBase customers, FittedModel before) {
        if (!before.name().equals(name) || before.step() != step) {
            throw new IllegalArgumentException(
                    "before must be " + this + ", was " + before.name() + " by " + before.step());
        }
        return again(customers.usable(name).in(step), Parameters.values(before.fit()));
    }

    final FittedModel again(CustomerBase base, double[] start) {
        return fitted(base, search(base).again(start));
    }

    final FittedModel fit(CustomerBase base, double[]... starts) {
        return fitted(base, search(base).from(starts));
    }

    private MaximumLikelihood search(CustomerBase base) {
        return new MaximumLikelihood(
                name, parameterNames, this::limit, likelihood(base), base.customers(), base.repeatCustomers());
    }

    private FittedModel fitted(CustomerBase base, Fit fit) {
        return new FittedModel(with(Parameters.values(fit)), step, fit, base.asOf());
    }

    /** Checks the number of parameters. */
    final double[] checked(double[] parameters) {
        if (parameters.length != parameterNames.size()) {
            throw new IllegalArgumentException("parameters must be " + parameterNames + ", were " + parameters.length);
        }
        return parameters;
    }

    /** Such as {@code BG/NBD in weeks}. */
    @Override
    public final String toString() {
        return name + " by " + step;
    }
}
