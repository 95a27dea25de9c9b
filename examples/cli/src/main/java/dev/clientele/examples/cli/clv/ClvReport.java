package dev.clientele.examples.cli.clv;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command found; its components are the keys of the JSON form, in this order.
 *
 * @param model as the option names it: the one that was fitted, which may be a simpler one than was asked for
 * @param customers how many bought something until the end of the calibration
 * @param repeatCustomers how many of them bought on another day again
 * @param parameters the estimates by the model's own names
 * @param spend the spend model; null if none was asked for
 * @param top the customers of highest value, the highest first
 * @param rejected rows that are no transactions
 * @param horizon the time ahead that the values are of, in {@code timeUnit}s
 * @param discountRate by the year
 * @param comparison of all models; null if none was asked for
 * @param covariates that the purchase model looks at; null if none were given
 * @param remarks what to know of the fits before relying on them, such as that a simpler model was fitted than was asked for
 * @param total what all customers together will do; null with covariates
 */
record ClvReport(
        String model,
        long customers,
        long repeatCustomers,
        Map<String, Double> parameters,
        double logLikelihood,
        boolean converged,
        @Nullable SpendReport spend,
        List<CustomerValue> top,
        long rejected,
        LocalDate calibrationEnd,
        String timeUnit,
        double horizon,
        double discountRate,
        RowReport data,
        Map<String, Double> standardErrors,
        double aic,
        double bic,
        @Nullable ComparisonReport comparison,
        @Nullable CovariateReport covariates,
        List<String> remarks,
        @Nullable TotalReport total) {

    /** A spend model, with the same keys. */
    record SpendReport(
            String model,
            long customers,
            long repeatCustomers,
            Map<String, Double> parameters,
            double logLikelihood,
            boolean converged) {}

    /**
     * A customer.
     *
     * @param pAlive the probability of still being one at the end of the calibration
     * @param expectedTransactions within the horizon
     * @param clv the expected value of those transactions, discounted; null without a spend model, or where that model
     *     expects an infinite spend of someone who bought but once
     * @param purchases between which numbers their purchases will lie with 95 %; null where not asked for
     * @param spend between which amounts their spend will lie, not discounted; null as before, and without a spend model
     */
    record CustomerValue(
            String customer,
            double pAlive,
            double expectedTransactions,
            @Nullable Double clv,
            @Nullable RangeReport purchases,
            @Nullable RangeReport spend) {

        CustomerValue with(RangeReport number, @Nullable RangeReport amount) {
            return new CustomerValue(customer, pAlive, expectedTransactions, clv, number, amount);
        }
    }

    /** Both ends of an interval. */
    record RangeReport(double low, double high) {}

    /**
     * The purchases and spend of all customers together within the horizon.
     *
     * @param level probability with which it lies within
     * @param expectedTransactions purchases expected
     * @param purchases between which numbers they will lie
     * @param spend between which amounts it will lie, not discounted; null without a spend model or where that has no mean
     */
    record TotalReport(
            double level,
            double expectedTransactions,
            RangeReport purchases,
            @Nullable RangeReport spend) {}

    /**
     * What became of the rows.
     *
     * @param transactions rows that are transactions
     * @param refunds those of them with an amount below 0
     * @param rounded those of them whose amount had more decimals than the currency
     * @param afterCalibration those of them after its end, which the models did not see
     * @param lateCustomers customers who first bought after the end of the calibration
     * @param refundedCustomers customers left out because they gave back all that they had bought until then
     * @param unusableSpend repeat customers whose repeat purchases come to nothing or less, after refunds: they count for
     *     the purchase model, not for the spend model
     * @param rejections rejected rows by reason
     * @param notAboveZero transactions left out because their amount is not above 0
     */
    record RowReport(
            long transactions,
            long refunds,
            long rounded,
            long afterCalibration,
            long lateCustomers,
            long refundedCustomers,
            long unusableSpend,
            Map<String, Long> rejections,
            long notAboveZero) {}

    /**
     * What known figures about customers add to the purchase model.
     *
     * @param names of the figures
     * @param plainLogLikelihood of the model without them
     * @param statistic twice the rise of the log-likelihood
     * @param degreesOfFreedom how many coefficients there are
     * @param pValue the probability of such a rise by chance
     */
    record CovariateReport(
            List<String> names, double plainLogLikelihood, double statistic, int degreesOfFreedom, double pValue) {}

    /**
     * All models fitted to the same customers.
     *
     * @param holdOutEnd the last day of the hold-out; null if there are no data after the calibration
     * @param criterion by which the model is chosen
     * @param choice the model with the smallest criterion
     * @param lowestRmse the model with the smallest root mean square error in the hold-out; null if there is no hold-out
     */
    record ComparisonReport(
            @Nullable LocalDate holdOutEnd,
            String criterion,
            List<ModelReport> models,
            String choice,
            @Nullable String lowestRmse) {}

    /**
     * A model of a comparison.
     *
     * @param holdOut what it expected of the hold-out; null if there is none or it doesn't fit
     * @param failure why it doesn't fit; null if it does
     * @param deviance what models are chosen by, the smallest: AIC, less twice the log score if there is a hold-out; null if it doesn't fit
     * @param limitingCase the simpler model that it is on these data; null if it is itself
     * @param remarks what to know of its fit
     */
    record ModelReport(
            String model,
            Map<String, Double> parameters,
            @Nullable Double logLikelihood,
            @Nullable Double aic,
            @Nullable Double bic,
            @Nullable HoldOutError holdOut,
            @Nullable String failure,
            @Nullable Double deviance,
            @Nullable String limitingCase,
            List<String> remarks) {}

    /**
     * What a model expected of the hold-out, against what happened.
     *
     * @param expected purchases in all
     * @param actual purchases in all
     * @param logScore how likely the model made beforehand what happened, all times of purchases, as a logarithm; null where that is 0
     * @param meanAbsoluteError per customer
     * @param rootMeanSquareError per customer
     * @param calibrationError mean distance over tenths of the customers by expectation
     */
    record HoldOutError(
            double expected,
            long actual,
            @Nullable Double logScore,
            double meanAbsoluteError,
            double rootMeanSquareError,
            double calibrationError) {}
}
