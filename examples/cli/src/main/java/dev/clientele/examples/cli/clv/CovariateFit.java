package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.data.CovariateBase;
import dev.clientele.b2c.scoring.data.CovariateBaseBuilder;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.CovariateFamily;
import dev.clientele.b2c.scoring.family.FittedCovariateModel;
import dev.clientele.b2c.scoring.family.Nbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.LikelihoodRatioTest;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.value.CustomerPrediction;
import dev.clientele.examples.cli.clv.ClvReport.CovariateReport;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A purchase model that looks at known figures about each customer; every figure may have an effect on how fast customers buy
 * and, where customers leave at all, on when they do. Not thread-safe.
 */
final class CovariateFit {

    private static final String NBD = Nbd.in(TimeStep.WEEK).name();

    private final CovariateFile file;
    private final FittedCovariateModel model;
    private final Map<List<Double>, RepeatPurchaseModel> models = new HashMap<>();

    private CovariateFit(CovariateFile file, FittedCovariateModel model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if the family takes no covariates
     * @throws UnusableDataException if the file lacks a customer
     */
    static CovariateFit of(RepeatPurchaseFamily family, CovariateFile file, CalibrationCustomers buyers) {
        String[] names = file.names().toArray(String[]::new);
        CovariateFamily with = CovariateFamily.of(family).withPurchaseCovariates(names);
        CovariateBaseBuilder base = CovariateBase.builder(family.step(), names);
        long missing = 0;
        for (CalibrationCustomers.CalibrationCustomer buyer : buyers.all()) {
            double[] values = file.of(buyer.name()).orElse(null);
            if (values == null) {
                missing++;
            } else {
                base.add(buyer.purchases(), values);
            }
        }
        if (missing > 0) {
            throw new UnusableDataException(
                    "the covariates of " + missing + " of " + buyers.all().size() + " customers are missing");
        }
        return new CovariateFit(
                file, (family.name().equals(NBD) ? with : with.withDropoutCovariates(names)).fit(base.build()));
    }

    FittedCovariateModel model() {
        return model;
    }

    CustomerForecast forecast(CalibrationCustomers.CalibrationCustomer buyer) {
        double[] values = file.of(buyer.name()).orElseThrow();
        return models.computeIfAbsent(Arrays.stream(values).boxed().toList(), some -> model.modelFor(values))
                .forecast(buyer.purchases());
    }

    CustomerPrediction prediction(CalibrationCustomers.CalibrationCustomer buyer, double level) {
        double[] values = file.of(buyer.name()).orElseThrow();
        return CustomerPrediction.of(model, Arrays.stream(values).boxed().toList(), level);
    }

    CovariateReport toReport() {
        LikelihoodRatioTest ratio = model.likelihoodRatioTest();
        return new CovariateReport(
                file.names(),
                model.withoutCovariates().logLikelihood(),
                ratio.statistic(),
                ratio.degreesOfFreedom(),
                ratio.pValue());
    }
}
