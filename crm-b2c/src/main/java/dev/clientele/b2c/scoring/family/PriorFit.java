package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.PenalisedLikelihood;
import dev.clientele.b2c.scoring.likelihood.WeaklyDeterminedFit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A fit to data and a prior. Its log-likelihood is that of the data alone; its covariance is of both together. */
record PriorFit(Fit fit, List<FitRemark> remarks) {
    /**
     * Fits to both.
     *
     * @param search the search for the maximum of another log-likelihood of the same parameters
     * @param starts where the search may begin, at the first of which the prior stands
     */
    static PriorFit of(
            String model,
            List<String> parameters,
            ParameterPrior prior,
            MaximumLikelihood.LogLikelihood likelihood,
            Function<MaximumLikelihood.LogLikelihood, MaximumLikelihood> search,
            double[]... starts) {
        double[] medians = new double[parameters.size()];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = prior.medians().getOrDefault(parameters.get(i), starts[0][i]);
        }
        MaximumLikelihood both = search.apply(new PenalisedLikelihood(likelihood, medians, prior.standardDeviation()));
        List<FitRemark> remarks = new ArrayList<>(List.of(remark(model, parameters, prior, medians)));
        Fit found;
        try {
            found = both.fitFrom(starts);
        } catch (NoFitException failure) {
            WeaklyDeterminedFit determined = WeaklyDeterminedFit.of(both, failure);
            found = determined.fit();
            remarks.addAll(determined.remarks());
        }
        return new PriorFit(ofDataAlone(found, likelihood), remarks);
    }

    private static Fit ofDataAlone(Fit fit, MaximumLikelihood.LogLikelihood likelihood) {
        int n = fit.parameters().size();
        return new Fit(
                fit.model(),
                fit.parameters(),
                fit.covariance(),
                likelihood.evaluate(fit.estimates(), new double[n], new double[n][n]),
                fit.converged(),
                fit.iterations(),
                fit.customers(),
                fit.repeatCustomers());
    }

    private static FitRemark remark(String model, List<String> parameters, ParameterPrior prior, double... medians) {
        StringBuilder about = new StringBuilder();
        for (int i = 0; i < medians.length; i++) {
            about.append(i == 0 ? "" : i == medians.length - 1 ? " and " : ", ")
                    .append(parameters.get(i))
                    .append(" = ")
                    .append((float) medians[i]);
        }
        return new FitRemark(
                FitRemark.Kind.PRIOR,
                model + ": a prior drew the estimates to " + about + ", with a standard deviation of "
                        + prior.standardDeviation()
                        + " of the logarithms; the log-likelihood is of the data alone and not the highest, so that AIC is"
                        + " comparable only with those of models with the same prior");
    }
}
