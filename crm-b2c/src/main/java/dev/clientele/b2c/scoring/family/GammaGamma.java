package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.likelihood.GammaGammaLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.WeaklyDeterminedFit;
import dev.clientele.b2c.scoring.model.GammaGammaModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The Gamma-Gamma spend model, to be fitted (Fader and Hardie 2013); see {@link GammaGammaModel} for what it assumes.
 * Parameters p, q, gamma. Immutable and thread-safe.
 */
public final class GammaGamma implements SpendFamily {
    private GammaGamma() {}

    /** Returns the model with its three parameters free. */
    public static GammaGamma standard() {
        return new GammaGamma();
    }

    @Override
    public String name() {
        return GammaGammaModel.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return GammaGammaModel.PARAMETERS;
    }

    @Override
    public GammaGammaModel withParameters(double... parameters) {
        if (parameters.length != 3) {
            throw new IllegalArgumentException(
                    "parameters must be " + GammaGammaModel.PARAMETERS + ", were " + parameters.length);
        }
        return new GammaGammaModel(parameters[0], parameters[1], parameters[2]);
    }

    @Override
    public FittedSpendModel fit(SpendBase customers) {
        SpendBase base = FitPreconditions.requireFittable(customers, GammaGammaModel.NAME);
        MaximumLikelihood search = search(base, new GammaGammaLikelihood(base));
        try {
            Fit fit = search.fitFrom(starts(base.meanSpend()));
            return new FittedSpendModel(withParameters(fit.estimates()), fit);
        } catch (NoFitException failure) {
            return limitingCase(base, search, failure);
        }
    }

    @Override
    public SpendFamily withPrior(ParameterPrior prior) {
        ParameterPrior known = prior.requireFor(name(), parameterNames());
        return new PriorSpendFamily(this, customers -> fit(customers, known));
    }

    private FittedSpendModel fit(SpendBase customers, ParameterPrior prior) {
        SpendBase base = FitPreconditions.requireFittable(customers, GammaGammaModel.NAME);
        PriorFit both = PriorFit.of(
                name(),
                parameterNames(),
                prior,
                new GammaGammaLikelihood(base),
                penalised -> search(base, penalised),
                starts(base.meanSpend()));
        return new FittedSpendModel(withParameters(both.fit().estimates()), both.fit(), both.remarks());
    }

    private static MaximumLikelihood search(SpendBase base, MaximumLikelihood.LogLikelihood likelihood) {
        return new MaximumLikelihood(
                GammaGammaModel.NAME,
                GammaGammaModel.PARAMETERS,
                (parameter, toInfinity) -> parameter.equals("p") && toInfinity
                        ? "customers who spend the same each time describe"
                        : "customers who don't differ in spend describe",
                likelihood,
                base.customers(),
                base.customers());
    }

    private static double[][] starts(double mean) {
        return new double[][] {start(2, 3, mean), start(6, 4, mean), start(1, 2, mean), start(20, 10, mean)};
    }

    /** Fits the simpler of the common mean and what the data determine of this model that describes the data as well. */
    private FittedSpendModel limitingCase(SpendBase base, MaximumLikelihood search, NoFitException failure) {
        List<FittedSpendModel> candidates = new ArrayList<>();
        try {
            FittedSpendModel common = CommonGamma.standard().fit(base);
            FitRemark remark = new FitRemark(
                    FitRemark.Kind.LIMITING_CASE, failure.getMessage() + "; " + common.name() + " is fitted instead");
            candidates.add(new FittedSpendModel(common.model(), common.fit(), List.of(remark)));
        } catch (NoFitException notThisOne) {
            // the other may fit
        }
        try {
            WeaklyDeterminedFit determined = WeaklyDeterminedFit.of(search, failure);
            candidates.add(new FittedSpendModel(
                    withParameters(determined.fit().estimates()), determined.fit(), determined.remarks()));
        } catch (NoFitException notAtAll) {
            // the common mean may
        }
        return candidates.stream()
                .min(Comparator.comparingDouble(model -> model.fit().aic()))
                .orElseThrow(() -> failure);
    }

    /** Returns a start with the population mean of the data. */
    private static double[] start(double p, double q, double mean) {
        return new double[] {p, q, mean * (q - 1) / p};
    }
}
