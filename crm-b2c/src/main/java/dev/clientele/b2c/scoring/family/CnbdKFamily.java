package dev.clientele.b2c.scoring.family;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.model.CnbdKModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The common part of BG/CNBD-k and MBG/CNBD-k: k is chosen by the likelihood, the rest estimated for each k. */
abstract class CnbdKFamily implements RepeatPurchaseFamily {
    /** The largest k tried, as in the authors' own software. */
    private static final int MAX_K_TRIED = 12;

    private final String name;
    private final TimeStep step;
    private final boolean dropoutAtZero;

    CnbdKFamily(String name, TimeStep step, boolean leavesAtFirst) {
        this.name = name;
        this.step = Objects.requireNonNull(step, "step");
        this.dropoutAtZero = leavesAtFirst;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> parameterNames() {
        return CnbdKModel.PARAMETERS;
    }

    @Override
    public final TimeStep step() {
        return step;
    }

    @Override
    public final CnbdKModel withParameters(double... parameters) {
        if (parameters.length != CnbdKModel.PARAMETERS.size() || parameters[0] != Math.rint(parameters[0])) {
            throw new IllegalArgumentException("parameters must be " + CnbdKModel.PARAMETERS + " with a whole k, were "
                    + Arrays.toString(parameters));
        }
        return new CnbdKModel(
                dropoutAtZero, (int) parameters[0], parameters[1], parameters[2], parameters[3], parameters[4]);
    }

    /**
     * Tries k = 1, 2, … up to 12 until the likelihood falls. If the base has the times between purchases (see {@link
     * CustomerBaseBuilder#add(dev.clientele.b2c.purchase.PurchaseHistory, java.time.LocalDate,
     * dev.clientele.b2c.purchase.CountingRule)}), they tell how regular purchases are; else the times of the last ones do, less
     * surely.
     */
    @Override
    public final FittedModel fit(CustomerBase customers) {
        CustomerBase base = FitPreconditions.requireFittable(customers, name).in(step);
        KSearch search = new KSearch(base);
        int k = 1;
        while (search.tryK(k) && k < MAX_K_TRIED) {
            k++;
        }
        return search.result();
    }

    /** The search for k: the best so far is a fit, or where one failed. */
    private final class KSearch {
        private final CustomerBase base;
        private double best = Double.NEGATIVE_INFINITY;
        private @Nullable FittedModel fitted;
        private @Nullable NoFitException failure;
        private int bestK;
        private int spent;

        KSearch(CustomerBase base) {
            this.base = base;
        }

        boolean tryK(int k) {
            try {
                FittedModel next =
                        fitted == null ? fixedK(k).fit(base) : fixedK(k).fit(base, start(fitted, k));
                spent += next.fit().iterations();
                if (next.logLikelihood() > best) {
                    best = next.logLikelihood();
                    fitted = next;
                    failure = null;
                    bestK = k;
                    return true;
                }
            } catch (NoFitException none) {
                if (none.lastLogLikelihood() > best) {
                    best = none.lastLogLikelihood();
                    fitted = null;
                    failure = none;
                    return true;
                }
            }
            return false;
        }

        FittedModel result() {
            if (failure != null) {
                throw failure;
            }
            return withK(bestK, Objects.requireNonNull(fitted), spent);
        }
    }

    private static double[] start(FittedModel before, int k) {
        double[] start = before.fit().estimates();
        start[1] *= (k - 1.0) / k;
        return start;
    }

    /** Keeps k. */
    @Override
    public final FittedModel refit(CustomerBase customers, FittedModel before) {
        double[] start = requireOfThis("before", before).fit().estimates();
        int k = (int) start[0];
        FittedModel again = fixedK(k)
                .refitFrom(FitPreconditions.requireFittable(customers, name).in(step), Arrays.copyOfRange(start, 1, 5));
        return withK(k, again, again.fit().iterations());
    }

    @Override
    public final double logLikelihood(CustomerBase customers, FittedModel fitted) {
        double[] estimates = requireOfThis("fitted", fitted).fit().estimates();
        return fixedK((int) estimates[0]).logLikelihood(customers.in(step), Arrays.copyOfRange(estimates, 1, 5));
    }

    private FittedModel requireOfThis(String argument, FittedModel fitted) {
        if (!fitted.name().equals(name) || fitted.step() != step) {
            throw new IllegalArgumentException(
                    argument + " must be " + this + ", was " + fitted.name() + " by " + fitted.step());
        }
        return fitted;
    }

    final FixedKFamily fixedK(int k) {
        return new FixedKFamily(name, step, dropoutAtZero, k);
    }

    private FittedModel withK(int k, FittedModel fitted, int iterations) {
        Fit fit = fitted.fit();
        Map<String, Double> parameters = ImmutableMap.<String, Double>builder()
                .put("k", (double) k)
                .putAll(fit.parameters())
                .buildOrThrow();
        List<List<Double>> covariance = new ArrayList<>();
        covariance.add(Collections.nCopies(CnbdKModel.PARAMETERS.size(), 0.0));
        for (List<Double> row : fit.covariance()) {
            covariance.add(ImmutableList.<Double>builder().add(0.0).addAll(row).build());
        }
        Fit whole = new Fit(
                name,
                parameters,
                covariance,
                fit.logLikelihood(),
                fit.converged(),
                iterations,
                fit.customers(),
                fit.repeatCustomers());
        return new FittedModel(fitted.model(), step, whole, fitted.asOf());
    }

    /** Returns text such as {@code BG/CNBD-k by WEEK}. */
    @Override
    public final String toString() {
        return name + " by " + step;
    }
}
