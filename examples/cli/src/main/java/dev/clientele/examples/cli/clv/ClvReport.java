package dev.clientele.examples.cli.clv;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command found; its components are the keys of the JSON form, in this order.
 *
 * @param model as the option names it
 * @param customers how many bought something until the end of the calibration
 * @param repeatCustomers how many of them bought on another day again
 * @param parameters the estimates by the model's own names
 * @param spend the spend model; null if none was asked for
 * @param top the customers of highest value, the highest first
 * @param rejected rows that are no transactions
 * @param horizon the time ahead that the values are of, in {@code timeUnit}s
 * @param discountRate by the year
 */
record ClvReport(
        String model,
        long customers,
        long repeatCustomers,
        Map<String, Double> parameters,
        double logLikelihood,
        boolean converged,
        @Nullable Spend spend,
        List<CustomerValue> top,
        long rejected,
        LocalDate calibrationEnd,
        String timeUnit,
        double horizon,
        double discountRate,
        Data data) {

    /** A spend model, with the same keys. */
    record Spend(
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
     */
    record CustomerValue(
            String customer,
            double pAlive,
            double expectedTransactions,
            @Nullable Double clv) {}

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
     */
    record Data(
            long transactions,
            long refunds,
            long rounded,
            long afterCalibration,
            long lateCustomers,
            long refundedCustomers,
            long unusableSpend,
            Map<String, Long> rejections) {}
}
