package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;
import java.util.function.Function;

/** A kind of model whose fits look at a prior; in all else the kind itself. */
record PriorFamily(RepeatPurchaseFamily family, Function<CustomerBase, FittedModel> fitting)
        implements RepeatPurchaseFamily {
    @Override
    public String name() {
        return family.name();
    }

    @Override
    public List<String> parameterNames() {
        return family.parameterNames();
    }

    @Override
    public TimeStep step() {
        return family.step();
    }

    @Override
    public boolean countsOpportunities() {
        return family.countsOpportunities();
    }

    @Override
    public RepeatPurchaseModel withParameters(double... parameters) {
        return family.withParameters(parameters);
    }

    @Override
    public FittedModel fit(CustomerBase customers) {
        return fitting.apply(customers);
    }

    @Override
    public double logLikelihood(CustomerBase customers, FittedModel fitted) {
        return family.logLikelihood(customers, fitted);
    }

    @Override
    public RepeatPurchaseFamily withPrior(ParameterPrior prior) {
        return family.withPrior(prior);
    }

    /** Returns text such as {@code BG/NBD by WEEK with a prior}. */
    @Override
    public String toString() {
        return family + " with a prior";
    }
}
