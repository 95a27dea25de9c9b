package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;

/** A model without hidden phases: P(alive) times what to expect of one who is alive. */
interface SeparableModel extends PhasedModel {
    /** Computes ln P(alive) of a customer. */
    double logAlive(int repeats, double recency, double age);

    /** Forecasts a customer with this ln P(alive). */
    CustomerForecast forecastAlive(double logAlive, int repeats, double age);

    @Override
    default int phases() {
        return 1;
    }

    @Override
    default double fillPhaseProbabilities(int repeats, double recency, double age, double[] alive) {
        alive[0] = Math.exp(logAlive(repeats, recency, age));
        return alive[0];
    }

    @Override
    default CustomerForecast forecastInPhase(int phase, int repeats, double age) {
        return forecastAlive(0, repeats, age);
    }

    @Override
    default CustomerForecast forecast(CustomerSummary customer) {
        double logAlive = logAlive(customer.repeats(), customer.recency(), customer.age());
        return forecastAlive(logAlive, customer.repeats(), customer.age());
    }
}
