package dev.clientele.b2c.scoring.model;

/**
 * A model in which what to expect of a customer is a mixture over a few hidden phases: for each, the probability of being
 * alive in it times what to expect of one who is, where the latter does not depend on the time of the last purchase. What
 * batch scoring rests on.
 */
interface PhasedModel extends RepeatPurchaseModel {
    /** Returns the number of phases, 1 or more. */
    int phases();

    /**
     * Computes P(alive) of a customer, spread over the phases.
     *
     * @param alive receives the probability of being alive in each phase
     * @return their sum
     */
    double fillPhaseProbabilities(int repeats, double recency, double age, double[] alive);

    /** Forecasts a customer who is known to be alive in a phase. */
    CustomerForecast forecastInPhase(int phase, int repeats, double age);

    /** Returns the smallest time in which {@link #forecastInPhase} changes noticeably with age. */
    double timeScale();
}
