package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.BgBbModel;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The registry of the repeat-purchase models of this library by name: the list from which command lines, stored
 * calibrations and comparisons take them. The models that take covariates are named by {@link CovariateFamily}.
 */
public final class RepeatPurchaseFamilies {
    private RepeatPurchaseFamilies() {}

    /**
     * Returns every model, those for purchases at any time first.
     *
     * @param step the unit of the models' times; for BG/BB the time from one opportunity to the next
     */
    public static List<RepeatPurchaseFamily> all(TimeStep step) {
        return List.of(
                BgNbd.in(step),
                MbgNbd.in(step),
                ParetoNbd.in(step),
                GGompertzNbd.in(step),
                BgCnbdK.in(step),
                MbgCnbdK.in(step),
                Nbd.in(step),
                Poisson.in(step),
                BgBb.oneOpportunityPer(step));
    }

    /**
     * Returns the models of purchases at any time, which can be fitted to the same customers and compared by their
     * likelihood.
     */
    public static List<RepeatPurchaseFamily> continuousTime(TimeStep step) {
        return all(step).stream()
                .filter(family -> !family.name().equals(BgBbModel.NAME))
                .toList();
    }

    /** Returns the names in the literature, such as {@code BG/NBD}. */
    public static List<String> names() {
        return all(TimeStep.WEEK).stream().map(RepeatPurchaseFamily::name).toList();
    }

    /**
     * Finds a model by its name in the literature or its option name, upper and lower case alike.
     *
     * @return empty if there is none of that name
     */
    public static Optional<RepeatPurchaseFamily> find(String name, TimeStep step) {
        String wanted = optionName(name);
        return all(step).stream()
                .filter(family -> optionName(family.name()).equals(wanted))
                .findFirst();
    }

    /**
     * Returns the uncertainty of any figure of a fitted model.
     *
     * @throws IllegalArgumentException if it is none of these models, or its fit has no covariance
     */
    public static Uncertainty<RepeatPurchaseModel> uncertainty(FittedModel fitted) {
        RepeatPurchaseFamily family = find(fitted.name(), fitted.step())
                .orElseThrow(() ->
                        new IllegalArgumentException("fitted must be one of " + names() + ", was " + fitted.name()));
        return Uncertainty.of(fitted.model(), fitted.fit(), family::withParameters);
    }

    /** Returns a model's name as an option writes it: {@code bg-nbd} for {@code BG/NBD}. */
    public static String optionName(String name) {
        return Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT).replace('/', '-');
    }
}
