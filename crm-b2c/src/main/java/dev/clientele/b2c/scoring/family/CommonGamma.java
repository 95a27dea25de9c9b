package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.likelihood.CommonGammaLikelihood;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.CommonGammaModel;
import java.util.List;

/**
 * The gamma model of spend with a common mean, to be fitted: what {@link GammaGamma} becomes where customers don't differ; see {@link
 * CommonGammaModel}. Parameters p, mean. Immutable and thread-safe.
 */
public final class CommonGamma implements SpendFamily {
    private CommonGamma() {}

    /** Returns the model. */
    public static CommonGamma standard() {
        return new CommonGamma();
    }

    @Override
    public String name() {
        return CommonGammaModel.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return CommonGammaModel.PARAMETERS;
    }

    @Override
    public CommonGammaModel withParameters(double... parameters) {
        if (parameters.length != 2) {
            throw new IllegalArgumentException(
                    "parameters must be " + CommonGammaModel.PARAMETERS + ", were " + parameters.length);
        }
        return new CommonGammaModel(parameters[0], parameters[1]);
    }

    @Override
    public FittedSpendModel fit(SpendBase customers) {
        SpendBase base = FitPreconditions.requireFittable(customers, CommonGammaModel.NAME);
        Fit fit = search(base, new CommonGammaLikelihood(base)).fitFrom(start(base));
        return new FittedSpendModel(withParameters(fit.estimates()), fit);
    }

    @Override
    public SpendFamily withPrior(ParameterPrior prior) {
        ParameterPrior known = prior.requireFor(name(), parameterNames());
        return new PriorSpendFamily(this, customers -> fit(customers, known));
    }

    private FittedSpendModel fit(SpendBase customers, ParameterPrior prior) {
        SpendBase base = FitPreconditions.requireFittable(customers, CommonGammaModel.NAME);
        PriorFit both = PriorFit.of(
                name(),
                parameterNames(),
                prior,
                new CommonGammaLikelihood(base),
                penalised -> search(base, penalised),
                start(base));
        return new FittedSpendModel(withParameters(both.fit().estimates()), both.fit(), both.remarks());
    }

    private static MaximumLikelihood search(SpendBase base, MaximumLikelihood.LogLikelihood likelihood) {
        return new MaximumLikelihood(
                CommonGammaModel.NAME,
                CommonGammaModel.PARAMETERS,
                (parameter, toInfinity) -> "a spend that never varies describes",
                likelihood,
                base.customers(),
                base.customers());
    }

    private static double[] start(SpendBase base) {
        return new double[] {2, base.meanSpend()};
    }
}
