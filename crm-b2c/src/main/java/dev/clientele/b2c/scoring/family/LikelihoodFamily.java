package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.WeaklyDeterminedFit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The common part of families that are fitted by their likelihood: a unit of time, and a fit from a few sensible
 * starts.
 */
abstract class LikelihoodFamily implements RepeatPurchaseFamily {
    private final String name;
    private final List<String> parameterNames;
    private final TimeStep step;

    LikelihoodFamily(String name, List<String> parameterNames, TimeStep step) {
        this.name = name;
        this.parameterNames = parameterNames;
        this.step = Objects.requireNonNull(step, "step");
    }

    /** Returns the log-likelihood of a base in this family's unit of time. */
    abstract MaximumLikelihood.LogLikelihood likelihood(CustomerBase base);

    /**
     * Returns points where the search may begin.
     *
     * @param pace repeat purchases per unit of time over all customers
     * @param age mean time observed
     */
    abstract double[][] startingValues(double pace, double age);

    /**
     * Returns what describes the data as well where a parameter goes to its boundary, as the subject and verb of a
     * sentence.
     */
    String describeBoundary(String parameter, boolean toInfinity) {
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

    /** Returns the simpler models that this becomes where parameters run off, the simplest first. */
    List<LikelihoodFamily> limitingCases() {
        return List.of();
    }

    @Override
    public final FittedModel fit(CustomerBase customers) {
        CustomerBase base = FitPreconditions.requireFittable(customers, name).in(step);
        try {
            return fitWhole(base);
        } catch (NoFitException failure) {
            return LimitingCase.of(this, base, failure);
        }
    }

    /**
     * Fits all parameters of this model to a base in its unit of time.
     *
     * @throws NoFitException if the data don't determine them
     */
    final FittedModel fitWhole(CustomerBase base) {
        FitPreconditions.requireFittable(base, name);
        return fit(base, startingValues(base));
    }

    private double[][] startingValues(CustomerBase base) {
        double pace = base.totalRepeats() / base.totalAge();
        double age = base.totalAge() / base.customers();
        return startingValues(pace, age);
    }

    /** Fits what the data determine of this model, where {@link #fitWhole} failed. */
    final FittedModel fitDetermined(CustomerBase base, NoFitException failure) {
        WeaklyDeterminedFit determined = WeaklyDeterminedFit.of(search(base), failure);
        return fitted(base, determined.fit()).withRemarks(determined.remarks());
    }

    @Override
    public final RepeatPurchaseFamily withPrior(ParameterPrior prior) {
        ParameterPrior known = prior.requireFor(name, parameterNames);
        return new PriorFamily(
                this,
                customers -> fitWithPrior(
                        FitPreconditions.requireFittable(customers, name).in(step), known));
    }

    /** Fits this model to a base in its unit of time and a prior. */
    final FittedModel fitWithPrior(CustomerBase base, ParameterPrior prior) {
        PriorFit both = PriorFit.of(
                name,
                parameterNames,
                prior,
                likelihood(base),
                penalised -> search(base, penalised),
                startingValues(base));
        return fitted(base, both.fit()).withRemarks(both.remarks());
    }

    @Override
    public final double logLikelihood(CustomerBase customers, FittedModel fitted) {
        return limitingCase(fitted)
                .orElse(this)
                .logLikelihood(
                        customers.in(step),
                        limitingCase(fitted).isPresent()
                                ? fitted.fit().estimates()
                                : requireOfThis("fitted", fitted).fit().estimates());
    }

    private Optional<LikelihoodFamily> limitingCase(FittedModel fitted) {
        return limitingCases().stream()
                .filter(limit -> limit.name.equals(fitted.name()) && fitted.step() == step)
                .findFirst();
    }

    final double logLikelihood(CustomerBase base, double[] parameters) {
        int n = parameters.length;
        return likelihood(base).evaluate(parameters, new double[n], new double[n][n]);
    }

    private FittedModel requireOfThis(String argument, FittedModel fitted) {
        if (!fitted.name().equals(name) || fitted.step() != step) {
            throw new IllegalArgumentException(
                    argument + " must be " + this + ", was " + fitted.name() + " by " + fitted.step());
        }
        return fitted;
    }

    @Override
    public final FittedModel refit(CustomerBase customers, FittedModel before) {
        if (limitingCase(before).isPresent()) {
            return fit(customers);
        }
        requireOfThis("before", before);
        try {
            return refitFrom(
                    FitPreconditions.requireFittable(customers, name).in(step),
                    before.fit().estimates());
        } catch (NoFitException elsewhere) {
            return fit(customers);
        }
    }

    final FittedModel refitFrom(CustomerBase base, double[] start) {
        return fitted(base, search(base).refitFrom(start));
    }

    final FittedModel fit(CustomerBase base, double[]... starts) {
        return fitted(base, search(base).fitFrom(starts));
    }

    private MaximumLikelihood search(CustomerBase base) {
        return search(base, likelihood(base));
    }

    private MaximumLikelihood search(CustomerBase base, MaximumLikelihood.LogLikelihood likelihood) {
        return new MaximumLikelihood(
                name, parameterNames, this::describeBoundary, likelihood, base.customers(), base.repeatCustomers());
    }

    private FittedModel fitted(CustomerBase base, Fit fit) {
        return new FittedModel(withParameters(fit.estimates()), step, fit, base.asOf());
    }

    /** Checks the number of parameters. */
    final double[] requireCount(double[] parameters) {
        if (parameters.length != parameterNames.size()) {
            throw new IllegalArgumentException("parameters must be " + parameterNames + ", were " + parameters.length);
        }
        return parameters;
    }

    /** Returns the name and the time step, such as {@code BG/NBD by WEEK}. */
    @Override
    public final String toString() {
        return name + " by " + step;
    }
}
