package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import java.util.List;
import java.util.Optional;

/** Fitted models into the fields of a calibration and back. */
final class CalibrationModels {

    private CalibrationModels() {}

    static Calibration put(Calibration calibration, FittedModel model) {
        Fit fit = model.fit();
        return calibration
                .with(Calibration.MODEL, fit.model())
                .with(Calibration.STEP, model.step())
                .with(Calibration.CUSTOMERS, fit.customers())
                .with(Calibration.REPEAT_CUSTOMERS, fit.repeatCustomers())
                .with(Calibration.LOG_LIKELIHOOD, fit.logLikelihood())
                .with(Calibration.CONVERGED, fit.converged())
                .with(Calibration.ESTIMATES, ParameterEstimates.of(fit))
                .with(Calibration.REMARKS, model.remarks());
    }

    static Calibration put(Calibration calibration, FittedSpendModel model) {
        Fit fit = model.fit();
        return calibration
                .with(Calibration.SPEND_MODEL, fit.model())
                .with(Calibration.SPEND_CUSTOMERS, fit.customers())
                .with(Calibration.SPEND_LOG_LIKELIHOOD, fit.logLikelihood())
                .with(Calibration.SPEND_CONVERGED, fit.converged())
                .with(Calibration.SPEND_ESTIMATES, ParameterEstimates.of(fit))
                .with(Calibration.SPEND_REMARKS, model.remarks());
    }

    static FittedModel readPurchaseModel(Calibration calibration) {
        String name = calibration.require(Calibration.MODEL);
        TimeStep step = calibration.require(Calibration.STEP);
        ParameterEstimates estimates = calibration.require(Calibration.ESTIMATES);
        Fit fit = new Fit(
                name,
                estimates.parameters(),
                estimates.covariance(),
                calibration.require(Calibration.LOG_LIKELIHOOD),
                calibration.require(Calibration.CONVERGED),
                estimates.iterations(),
                calibration.require(Calibration.CUSTOMERS),
                calibration.require(Calibration.REPEAT_CUSTOMERS));
        return new FittedModel(
                StoredFamilies.findPurchaseFamily(name, step).withParameters(estimates.toArray()),
                step,
                fit,
                Optional.of(calibration.end()),
                calibration.find(Calibration.REMARKS).orElse(List.of()));
    }

    static Optional<FittedSpendModel> readSpendModel(Calibration calibration) {
        return calibration.find(Calibration.SPEND_MODEL).map(name -> {
            ParameterEstimates estimates = calibration.require(Calibration.SPEND_ESTIMATES);
            long customers = calibration.require(Calibration.SPEND_CUSTOMERS);
            Fit fit = new Fit(
                    name,
                    estimates.parameters(),
                    estimates.covariance(),
                    calibration.require(Calibration.SPEND_LOG_LIKELIHOOD),
                    calibration.require(Calibration.SPEND_CONVERGED),
                    estimates.iterations(),
                    customers,
                    customers);
            return new FittedSpendModel(
                    StoredFamilies.findSpendFamily(name).withParameters(estimates.toArray()),
                    fit,
                    calibration.find(Calibration.SPEND_REMARKS).orElse(List.of()));
        });
    }
}
