package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.value.CustomerPrediction;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.b2c.scoring.value.TotalPrediction;
import dev.clientele.examples.cli.clv.CalibrationCustomers.CalibrationCustomer;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.clv.ClvReport.RangeReport;
import dev.clientele.examples.cli.clv.ClvReport.TotalReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between which numbers that lies which customers will do within the horizon, single ones and all together. */
final class ClvPrediction {

    private static final double LEVEL = .95;

    private final FittedModel purchases;
    private final @Nullable FittedSpendModel spend;
    private final @Nullable CovariateFit covariates;
    private final Map<String, CalibrationCustomer> customers;
    private final double horizon;

    ClvPrediction(ClvResult valued, double horizon) {
        this.purchases = valued.purchases();
        this.spend = valued.spend();
        this.covariates = valued.covariates();
        this.horizon = horizon;
        this.customers = valued.buyers().all().stream()
                .collect(Collectors.toMap(CalibrationCustomer::name, Function.identity()));
    }

    /** Adds what each of these will do. */
    List<CustomerValue> predict(List<CustomerValue> values) {
        CustomerPrediction same = covariates == null ? withSpend(CustomerPrediction.of(purchases, LEVEL)) : null;
        return values.stream().map(value -> predict(value, same)).toList();
    }

    private CustomerPrediction withSpend(CustomerPrediction prediction) {
        return spend == null ? prediction : prediction.withSpend(spend);
    }

    /** Adds to one value, by a prediction that is the same for all unless it depends on their covariates. */
    private CustomerValue predict(CustomerValue value, @Nullable CustomerPrediction same) {
        CalibrationCustomer customer = customers.get(value.customer());
        if (customer == null) {
            return value;
        }
        CustomerPrediction prediction =
                covariates == null ? Objects.requireNonNull(same) : withSpend(covariates.prediction(customer, LEVEL));
        PurchasePrediction will = prediction.predict(customer.purchases(), customer.spend(), horizon);
        return value.with(
                range(will.purchases()), will.spend().map(ClvPrediction::range).orElse(null));
    }

    TotalReport total() {
        TotalPrediction prediction = TotalPrediction.over(purchases, horizon, LEVEL);
        List<CalibrationCustomer> all = customers.values().stream()
                .sorted(Comparator.comparing(CalibrationCustomer::name))
                .toList();
        PredictionInterval number = prediction.purchases(
                all.stream().map(CalibrationCustomer::purchases).toList());
        return new TotalReport(LEVEL, number.mean(), range(number), spend(prediction, all));
    }

    private @Nullable RangeReport spend(TotalPrediction prediction, List<CalibrationCustomer> all) {
        if (spend == null) {
            return null;
        }
        try {
            return range(prediction.spend(
                    all.stream()
                            .map(customer ->
                                    new TotalPrediction.SpendingCustomer(customer.purchases(), customer.spend()))
                            .toList(),
                    spend));
        } catch (NoMeanException e) {
            return null;
        }
    }

    private static RangeReport range(PredictionInterval interval) {
        return new RangeReport(interval.low(), interval.high());
    }
}
