package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CovariateBase;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.BgNbdModel;
import dev.clientele.b2c.scoring.model.GGompertzNbdModel;
import dev.clientele.b2c.scoring.model.MbgNbdModel;
import dev.clientele.b2c.scoring.model.NbdModel;
import dev.clientele.b2c.scoring.model.ParetoNbdModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A repeat-purchase model whose parameters depend on covariates that don't change with time, to be fitted (Fader and Hardie
 * 2007, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models", brucehardie.com/notes/019).
 *
 * <p>Purchasing: alpha = alpha₀ exp(−γ′z), so that a covariate with a positive coefficient makes buy faster. Leaving: of
 * Pareto/NBD and GGompertz/NBD beta = beta₀ exp(−γ′z), so that a positive one makes leave sooner; of BG/NBD and MBG/NBD a = a₀
 * exp(γ′z) and b = b₀ exp(γ′z), each with coefficients of its own. A coefficient is named by parameter and covariate, such as
 * {@code alpha.income}. Immutable and thread-safe.
 */
public final class CovariateFamily {
    private static final Map<String, List<String>> DROPOUT_PARAMETERS = Map.of(
            BgNbdModel.NAME, List.of("a", "b"),
            MbgNbdModel.NAME, List.of("a", "b"),
            ParetoNbdModel.NAME, List.of("beta"),
            GGompertzNbdModel.NAME, List.of("beta"),
            NbdModel.NAME, List.of());

    private final LikelihoodFamily family;
    private final List<String> purchaseCovariates;
    private final List<String> dropoutCovariates;

    private CovariateFamily(LikelihoodFamily family, List<String> purchasing, List<String> leaving) {
        this.family = family;
        this.purchaseCovariates = purchasing;
        this.dropoutCovariates = leaving;
    }

    /**
     * Creates a model on which no covariate has an effect yet.
     *
     * @param family BG/NBD, MBG/NBD, Pareto/NBD, GGompertz/NBD or NBD
     * @throws IllegalArgumentException if the family is another
     */
    public static CovariateFamily of(RepeatPurchaseFamily family) {
        if (family instanceof LikelihoodFamily timed && DROPOUT_PARAMETERS.containsKey(family.name())) {
            return new CovariateFamily(timed, List.of(), List.of());
        }
        throw new IllegalArgumentException(
                "family must be one of " + DROPOUT_PARAMETERS.keySet() + ", was " + family.name());
    }

    /** Returns a copy with covariates that have an effect on how fast customers buy. */
    public CovariateFamily withPurchaseCovariates(String... covariates) {
        return new CovariateFamily(family, List.of(covariates), dropoutCovariates);
    }

    /**
     * Returns a copy with covariates that have an effect on when customers leave.
     *
     * @throws IllegalArgumentException if customers never leave in this model
     */
    public CovariateFamily withDropoutCovariates(String... covariates) {
        if (covariates.length > 0
                && DROPOUT_PARAMETERS.getOrDefault(family.name(), List.of()).isEmpty()) {
            throw new IllegalArgumentException("covariates must be none, since nobody leaves in " + family.name());
        }
        return new CovariateFamily(family, purchaseCovariates, List.of(covariates));
    }

    /** Returns the model without covariates. */
    public RepeatPurchaseFamily withoutCovariates() {
        return family;
    }

    /**
     * Fits the parameters and coefficients under which the data are most likely. Where customers never leave, NBD is fitted instead,
     * with the covariates of purchasing alone.
     *
     * @param base customers with at least the covariates of this model
     * @throws NoFitException if the data don't determine them, or the plain model's parameters; says why
     * @throws IllegalArgumentException if a covariate is not in the base
     */
    public FittedCovariateModel fit(CovariateBase base) {
        FittedModel plain;
        try {
            plain = family.fitWhole(base.customers().in(family.step()));
        } catch (NoFitException failure) {
            return limitingCase(base, failure).fit(base);
        }
        List<CovariateEffect> effects = effects(base);
        int parameters = family.parameterNames().size();
        String name = family.name() + " with covariates";
        StandardisedCovariates standardised = new StandardisedCovariates(base, name);
        CovariateLikelihood likelihood = likelihood(base, effects, standardised);
        List<String> names = new ArrayList<>(family.parameterNames());
        effects.forEach(effect -> names.add(effect.name()));
        double[] start = Arrays.copyOf(plain.fit().estimates(), names.size());
        Fit fit = new MaximumLikelihood(
                        name,
                        names,
                        parameters,
                        (parameter, toInfinity) -> names.indexOf(parameter) < parameters
                                ? family.describeBoundary(parameter, toInfinity)
                                : "a covariate that tells customers apart without exception describes",
                        likelihood,
                        base.customers().customers(),
                        base.customers().repeatCustomers())
                .fitFrom(start);
        return new FittedCovariateModel(
                family, base.names(), effects, standardised.toOriginalScale(fit, parameters, effects), plain);
    }

    /** Returns NBD with the covariates of purchasing, if that describes the customers as well as the plain model. */
    private CovariateFamily limitingCase(CovariateBase base, NoFitException failure) {
        FittedModel limit = family.fit(base.customers());
        return family.limitingCases().stream()
                .filter(simpler -> simpler.name().equals(limit.name()) && DROPOUT_PARAMETERS.containsKey(limit.name()))
                .filter(simpler -> !purchaseCovariates.isEmpty())
                .map(simpler -> new CovariateFamily(simpler, purchaseCovariates, List.of()))
                .findFirst()
                .orElseThrow(() -> failure);
    }

    CovariateLikelihood likelihood(
            CovariateBase base, List<CovariateEffect> effects, StandardisedCovariates standardised) {
        CovariateLikelihood likelihood = new CovariateLikelihood(family, effects);
        for (CovariateBase.CovariateGroup group : base.groups()) {
            likelihood.add(
                    family.likelihood(group.customers().in(family.step())), standardised.standardise(group.values()));
        }
        return likelihood;
    }

    List<CovariateEffect> effects(CovariateBase base) {
        List<CovariateEffect> effects = new ArrayList<>();
        for (String covariate : purchaseCovariates) {
            effects.add(CovariateEffect.of(family, "alpha", base.index(covariate), covariate));
        }
        for (String parameter : DROPOUT_PARAMETERS.getOrDefault(family.name(), List.of())) {
            for (String covariate : dropoutCovariates) {
                effects.add(CovariateEffect.of(family, parameter, base.index(covariate), covariate));
            }
        }
        if (effects.isEmpty()) {
            throw new IllegalStateException("a covariate must have an effect: say purchasingBy or leavingBy");
        }
        return effects;
    }
}
