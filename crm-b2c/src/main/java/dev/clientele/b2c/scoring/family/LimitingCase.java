package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.ArrayList;
import java.util.List;

/** The choice of what to fit where the data push a model's parameters to a limit. */
final class LimitingCase {
    /** A held parameter stands so far out that its likelihood differs from the limit's by less. */
    private static final double CRITERION_ROUNDING = 0.02;

    private LimitingCase() {}

    /**
     * Fits the simplest model that describes the data as well: of the family's limiting cases and of the family itself, as far as
     * the data determine it, that with the smallest AIC.
     *
     * @throws NoFitException if none can be fitted
     */
    static FittedModel of(LikelihoodFamily family, CustomerBase base, NoFitException failure) {
        List<FittedModel> candidates = new ArrayList<>();
        for (LikelihoodFamily limit : family.limitingCases()) {
            try {
                candidates.add(limit.fitWhole(base).withRemarks(List.of(remark(limit, failure))));
            } catch (NoFitException notThisOne) {
                // another may fit
            }
        }
        try {
            candidates.add(family.fitDetermined(base, failure));
        } catch (NoFitException notAtAll) {
            if (candidates.isEmpty()) {
                throw failure;
            }
        }
        double least = candidates.stream()
                .mapToDouble(model -> model.fit().aic())
                .min()
                .orElseThrow();
        return candidates.stream()
                .filter(model -> model.fit().aic() <= least + CRITERION_ROUNDING)
                .findFirst()
                .orElseThrow();
    }

    private static FitRemark remark(LikelihoodFamily limit, NoFitException failure) {
        return new FitRemark(
                FitRemark.Kind.LIMITING_CASE, failure.getMessage() + "; " + limit.name() + " is fitted instead");
    }
}
