package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.SpendFamilies;
import dev.clientele.b2c.scoring.fit.ConfidenceInterval;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.value.CustomerPrediction;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.b2c.scoring.value.TotalPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The share of the intervals of one set of simulated customers that held what they should.
 *
 * @param parameters shares of the true parameters within their 95 % intervals
 * @param expectations share of the customers whose true expectation lay within the interval of the expectation
 * @param totals 1 if all purchases together lay within their interval, else 0
 * @param totalSpend the same of all spend
 * @param customers share of the customers whose number of purchases lay within their interval
 * @param customerSpend the same of their spend
 * @param spendByExpectation share of the customers whose spend lay within the interval of its expectation
 */
record IntervalCoverage(
        double parameters,
        double expectations,
        double totals,
        double totalSpend,
        double customers,
        double customerSpend,
        double spendByExpectation) {
    private static final double LEVEL = .95;
    private static final int ASKED = 100;

    /** A simulated customer: before, and what came after. */
    private record Customer(CustomerSummary before, SpendSummary spent, int purchases, double spend) {}

    /** Draws customers, fits the true model and the spend model to their first weeks, and looks at as many weeks after. */
    static IntervalCoverage of(TrueFamily truth, int size, int weeks, long seed) {
        List<Customer> customers = customers(truth, size, weeks, seed);
        CustomerBaseBuilder base = CustomerBase.builder(TimeStep.WEEK);
        customers.forEach(customer -> base.add(customer.before));
        FittedModel fitted = RepeatPurchaseFamilies.find(truth.name(), TimeStep.WEEK)
                .orElseThrow()
                .fit(base.build());
        FittedSpendModel spend = GammaGamma.standard()
                .fit(SpendBase.of(customers.stream().map(Customer::spent).toList()));
        TotalPrediction total = TotalPrediction.over(fitted, weeks, LEVEL);
        PredictionInterval all =
                total.purchases(customers.stream().map(Customer::before).toList());
        PredictionInterval money = total.spend(
                customers.stream()
                        .map(customer -> new TotalPrediction.SpendingCustomer(customer.before, customer.spent))
                        .toList(),
                spend);
        Uncertainty<RepeatPurchaseModel> sure = RepeatPurchaseFamilies.uncertainty(fitted);
        CustomerPrediction prediction = CustomerPrediction.of(fitted, spend, LEVEL);
        double expectations = 0;
        double single = 0;
        double singleSpend = 0;
        double byExpectation = 0;
        List<Customer> asked = customers.subList(0, Math.min(ASKED, size));
        for (Customer customer : asked) {
            ConfidenceInterval expectation =
                    sure.intervalOfAmount(model -> model.expectedTransactions(weeks, customer.before), LEVEL);
            double right = truth.model().expectedTransactions(weeks, customer.before);
            expectations += holds(expectation.low(), expectation.high(), right);
            PurchasePrediction will = prediction.predict(customer.before, customer.spent, weeks);
            single += holds(will.purchases(), customer.purchases);
            singleSpend += holds(will.spend().orElseThrow(), customer.spend);
            double each = spend.model().expectedSpend(customer.spent);
            double reach = Math.exp(Uncertainty.halfWidth(LEVEL)
                    * Math.sqrt(sure.varianceOfLog(model -> model.expectedTransactions(weeks, customer.before))
                            + SpendFamilies.uncertainty(spend)
                                    .varianceOfLog(model -> model.expectedSpend(customer.spent))));
            double value = expectation.estimate() * each;
            byExpectation += holds(value / reach, value * reach, customer.spend);
        }
        return new IntervalCoverage(
                parameters(truth, fitted),
                expectations / asked.size(),
                holds(all, customers.stream().mapToInt(Customer::purchases).sum()),
                holds(money, customers.stream().mapToDouble(Customer::spend).sum()),
                single / asked.size(),
                singleSpend / asked.size(),
                byExpectation / asked.size());
    }

    private static double parameters(TrueFamily truth, FittedModel fitted) {
        double held = 0;
        double asked = 0;
        for (String name : fitted.parameters().keySet()) {
            double estimate = Objects.requireNonNull(fitted.parameters().get(name));
            double error = Objects.requireNonNull(fitted.standardErrors().get(name));
            double right = truth.model().parameters().getOrDefault(name, Double.NaN);
            if (!name.equals("k") && error > 0 && !Double.isNaN(right)) {
                double reach = Math.exp(Uncertainty.halfWidth(LEVEL) * error / estimate);
                held += holds(estimate / reach, estimate * reach, right);
                asked++;
            }
        }
        return asked == 0 ? Double.NaN : held / asked;
    }

    private static List<Customer> customers(TrueFamily truth, int size, int weeks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double age = weeks - random.nextDouble() * weeks / 4;
            List<Double> times = new ArrayList<>();
            truth.draw(random, age + weeks, times::add);
            int before = (int) times.stream().filter(time -> time <= age).count() - 1;
            int after = times.size() - 1 - before;
            double rate = RandomDraws.gamma(random, 3.74) / 15.44;
            double mean = before == 0 ? 0 : RandomDraws.gamma(random, 6.25 * before) / rate / before;
            customers.add(new Customer(
                    CustomerSummary.of(before, before == 0 ? 0 : times.get(before), age),
                    before == 0 ? SpendSummary.NONE : new SpendSummary(before, mean),
                    after,
                    after == 0 ? 0 : RandomDraws.gamma(random, 6.25 * after) / rate));
        }
        return customers;
    }

    private static double holds(PredictionInterval interval, double figure) {
        return holds(interval.low(), interval.high(), figure);
    }

    private static double holds(double low, double high, double figure) {
        return low <= figure && figure <= high ? 1 : 0;
    }
}
