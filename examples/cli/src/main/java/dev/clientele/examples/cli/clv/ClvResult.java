package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.examples.cli.clv.ClvReport.ComparisonReport;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models and what they say of every customer: all that is told, in words or in pictures.
 *
 * @param book everybody's purchases, those after the calibration included
 * @param lastDay the last day of the data, not before the end of the calibration
 * @param buyers the customers as they stood at the end of the calibration
 * @param purchases the purchase model; without covariates, also where there are some
 * @param covariates the purchase model with covariates, of which the values are then; null if there are none
 * @param spend the spend model; null if none was asked for
 * @param values of all customers, the highest first
 * @param comparison of all models; null if none was asked for
 * @param remarks what to know of the fits before relying on them
 */
record ClvResult(
        PurchaseBook<String> book,
        LocalDate lastDay,
        CalibrationCustomers buyers,
        FittedModel purchases,
        @Nullable CovariateFit covariates,
        @Nullable FittedSpendModel spend,
        List<CustomerValue> values,
        @Nullable ComparisonReport comparison,
        List<String> remarks) {}
