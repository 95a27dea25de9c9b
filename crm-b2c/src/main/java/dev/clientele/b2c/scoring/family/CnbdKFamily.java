package dev.clientele.b2c.scoring.family;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.FitPreconditions;
import dev.clientele.b2c.scoring.model.CnbdKModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        return fit(customers, null);
    }

    @Override
    public final RepeatPurchaseFamily withPrior(ParameterPrior prior) {
        ParameterPrior known = prior.requireFor(name, fixedK(1).parameterNames());
        return new PriorFamily(this, customers -> fit(customers, known));
    }

    private FittedModel fit(CustomerBase customers, @Nullable ParameterPrior prior) {
        CustomerBase base = FitPreconditions.requireFittable(customers, name).in(step);
        KSearch search = new KSearch(base, prior);
        int k = 1;
        while (search.tryK(k) && k < MAX_K_TRIED) {
            k++;
        }
        return search.result();
    }

    /** The search for k: all that were tried, and the best of them. */
    private final class KSearch {
        private final CustomerBase base;
        private final @Nullable ParameterPrior prior;
        private final Map<Integer, FittedModel> tried = new LinkedHashMap<>();
        private @Nullable NoFitException failure;
        private int bestK;

        KSearch(CustomerBase base, @Nullable ParameterPrior prior) {
            this.base = base;
            this.prior = prior;
        }

        boolean tryK(int k) {
            try {
                FittedModel best = tried.get(bestK);
                FittedModel next = fit(best, k);
                tried.put(k, next);
                if (best == null || next.logLikelihood() > best.logLikelihood()) {
                    bestK = k;
                    return true;
                }
                return false;
            } catch (NoFitException none) {
                failure = none;
                return tried.isEmpty();
            }
        }

        private FittedModel fit(@Nullable FittedModel best, int k) {
            if (prior != null) {
                return fixedK(k).fitWithPrior(base, prior);
            }
            return best == null || !best.remarks().isEmpty() ? fixedK(k).fit(base) : fitFrom(best, k);
        }

        private FittedModel fitFrom(FittedModel best, int k) {
            try {
                return fixedK(k).fit(base, start(best, k));
            } catch (NoFitException fromThere) {
                return fixedK(k).fit(base);
            }
        }

        FittedModel result() {
            FittedModel best = tried.get(bestK);
            if (best == null) {
                throw Objects.requireNonNull(failure);
            }
            int spent = tried.values().stream()
                    .mapToInt(model -> model.fit().iterations())
                    .sum();
            List<FitRemark> remarks = new ArrayList<>();
            if (bestK == MAX_K_TRIED) {
                remarks.add(new FitRemark(
                        FitRemark.Kind.LARGEST_K,
                        name + ": k = " + bestK
                                + " is the largest that was tried, and the likelihood still rises there; purchases"
                                + " may be nearly as regular as a subscription's"));
            }
            FittedModel whole =
                    withK(bestK, best, spent, WholeNumberUncertainty.covariance(bestK, tried), bestK < MAX_K_TRIED);
            return whole.withRemarks(remarks).withRemarks(intervalsUnknown(base));
        }
    }

    private List<FitRemark> intervalsUnknown(CustomerBase base) {
        return base.logIntervals().isPresent()
                ? List.of()
                : List.of(new FitRemark(
                        FitRemark.Kind.INTERVALS_UNKNOWN,
                        name
                                + ": the times between purchases aren't known, so that k rests on the times of the last purchases alone;"
                                + " fit to purchase histories to use them all"));
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
        CustomerBase base = FitPreconditions.requireFittable(customers, name).in(step);
        FittedModel again = fixedK(k).refit(base, fixedK(k).ofFamily(before, Arrays.copyOfRange(start, 1, 5)));
        double[][] covariance = WholeNumberUncertainty.covariance(k, Map.of(k, again));
        covariance[0][0] = before.fit().covariance().get(0).get(0);
        return withK(k, again, again.fit().iterations(), covariance, before.converged())
                .withRemarks(intervalsUnknown(base));
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

    private FittedModel withK(int k, FittedModel fitted, int iterations, double[][] covariance, boolean inside) {
        Fit fit = fitted.fit();
        Map<String, Double> parameters = ImmutableMap.<String, Double>builder()
                .put("k", (double) k)
                .putAll(fit.parameters())
                .buildOrThrow();
        Fit whole = new Fit(
                name,
                parameters,
                Arrays.stream(covariance)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                fit.logLikelihood(),
                fit.converged() && inside,
                iterations,
                fit.customers(),
                fit.repeatCustomers());
        return new FittedModel(fitted.model(), step, whole, fitted.asOf(), fitted.remarks());
    }

    /** Returns text such as {@code BG/CNBD-k by WEEK}. */
    @Override
    public final String toString() {
        return name + " by " + step;
    }
}
