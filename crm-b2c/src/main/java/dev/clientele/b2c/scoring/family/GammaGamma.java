package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.likelihood.GammaGammaLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.GammaGammaModel;
import dev.clientele.b2c.scoring.model.SpendModel;
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
        double mean = base.meanSpend();
        Fit fit = new MaximumLikelihood(
                        GammaGammaModel.NAME,
                        GammaGammaModel.PARAMETERS,
                        (parameter, toInfinity) -> "customers who don't differ in spend describe",
                        new GammaGammaLikelihood(base),
                        base.customers(),
                        base.customers())
                .fitFrom(start(2, 3, mean), start(6, 4, mean), start(1, 2, mean), start(20, 10, mean));
        return new FittedSpendModel(withParameters(fit.estimates()), fit);
    }

    /**
     * Returns how sure any figure of a fitted model is.
     *
     * @throws IllegalArgumentException if it is not Gamma-Gamma, or its fit has no covariance
     */
    public static Uncertainty<SpendModel> uncertainty(FittedSpendModel fitted) {
        if (!fitted.name().equals(GammaGammaModel.NAME)) {
            throw new IllegalArgumentException("fitted must be " + GammaGammaModel.NAME + ", was " + fitted.name());
        }
        return Uncertainty.of(fitted.model(), fitted.fit(), standard()::withParameters);
    }

    /** Returns a start with the population mean of the data. */
    private static double[] start(double p, double q, double mean) {
        return new double[] {p, q, mean * (q - 1) / p};
    }
}
