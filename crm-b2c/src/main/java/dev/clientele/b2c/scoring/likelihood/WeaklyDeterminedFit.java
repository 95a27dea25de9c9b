package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fit of a model whose likelihood has no maximum within reach or hardly any. A parameter that runs off is held where the
 * likelihood doesn't rise any more and the others are fitted; on a ridge the highest point is taken, with standard errors as wide
 * as the ridge.
 *
 * @param fit the fit, a held parameter with variance 0
 * @param remarks what was done
 */
public record WeaklyDeterminedFit(Fit fit, List<FitRemark> remarks) {
    /**
     * Fits what the data determine.
     *
     * @param search that ended without a fit
     * @param failure how it ended
     * @throws NoFitException if that can't be fitted either
     */
    public static WeaklyDeterminedFit of(MaximumLikelihood search, NoFitException failure) {
        List<String> names = List.copyOf(failure.lastParameters().keySet());
        double[] last = failure.lastParameters().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (failure.problem() == FitProblem.FLAT_RIDGE) {
            FitRemark remark = new FitRemark(FitRemark.Kind.WEAKLY_DETERMINED, String.valueOf(failure.getMessage()));
            return new WeaklyDeterminedFit(search.fitOnRidge(last), List.of(remark));
        }
        if (failure.problem() != FitProblem.BOUNDARY || names.size() < 2) {
            throw failure;
        }
        int held = names.indexOf(failure.undetermined().get(0));
        double[] others = new double[last.length - 1];
        for (int i = 0; i < last.length; i++) {
            if (i != held) {
                others[i < held ? i : i - 1] = last[i];
            }
        }
        MaximumLikelihood rest = search.holding(held, last[held]);
        WeaklyDeterminedFit fitted;
        try {
            fitted = new WeaklyDeterminedFit(rest.fitFrom(others), List.of());
        } catch (NoFitException further) {
            fitted = of(rest, further);
        }
        List<FitRemark> remarks = new ArrayList<>();
        remarks.add(new FitRemark(
                FitRemark.Kind.HELD_PARAMETER,
                failure.getMessage() + "; " + names.get(held) + " is held at " + last[held]));
        remarks.addAll(fitted.remarks());
        return new WeaklyDeterminedFit(with(fitted.fit(), names, held, last[held]), remarks);
    }

    private static Fit with(Fit fit, List<String> names, int held, double value) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        List<List<Double>> covariance = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Double estimate = fit.parameters().get(names.get(i));
            parameters.put(names.get(i), estimate == null ? Double.valueOf(value) : estimate);
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < names.size(); j++) {
                row.add(
                        i == held || j == held
                                ? 0.0
                                : fit.covariance().get(place(i, held)).get(place(j, held)));
            }
            covariance.add(row);
        }
        return new Fit(
                fit.model(),
                parameters,
                covariance,
                fit.logLikelihood(),
                fit.converged(),
                fit.iterations(),
                fit.customers(),
                fit.repeatCustomers());
    }

    private static int place(int i, int held) {
        return i < held ? i : i - 1;
    }
}
