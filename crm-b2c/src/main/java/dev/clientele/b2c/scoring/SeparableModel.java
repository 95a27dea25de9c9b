package dev.clientele.b2c.scoring;

/**
 * A model in which what to expect of a customer is P(alive) times what to expect of one who is alive, where the latter does
 * not depend on the time of the last purchase. All models here are of this kind.
 */
interface SeparableModel extends RepeatPurchaseModel {
    /** ln P(alive) of a customer. */
    double logAlive(int repeats, double recency, double age);

    /** The outlook of a customer who is known to be alive, or to be with this ln P(alive). */
    Outlook outlook(double logAlive, int repeats, double age);

    /** The smallest time in which {@link #outlook} changes noticeably with age. */
    double timeScale();

    @Override
    default Outlook given(CustomerSummary customer) {
        double logAlive = logAlive(customer.repeats(), customer.recency(), customer.age());
        return outlook(logAlive, customer.repeats(), customer.age());
    }
}
