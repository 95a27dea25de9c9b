package dev.clientele.core.value;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/**
 * A method of computing the lifetime value of a customer.
 *
 * <p>A model is a pure function of what is known about one customer. What that is, {@code E}, is the model's own business:
 * a contractual model takes the contract with its renewals, a repeat-purchase model the number and dates of purchases,
 * and a host's own model whatever it needs. What the model learned from other customers, its discounting, its margin and its
 * currency belong to the model, not to the call; so one fitted model answers for millions of customers.
 *
 * <p>A model made for one kind of evidence serves another through {@link #compose}: the repeat-purchase model of the consumer
 * side values an account that buys by order as soon as someone says how its orders read as purchases.
 *
 * <p>Implementations must be thread-safe, must not read a clock, and must give the same answer for the same arguments.
 *
 * @param <E> the evidence about one customer
 */
@FunctionalInterface
public interface LifetimeValueModel<E> {
    /**
     * Computes what a customer is worth.
     *
     * @param evidence what is known about the customer; events after {@code asOf} must not count
     * @param asOf the day on which the answer stands: history ends with it, the horizon starts from it, and residual value
     *     is discounted to it
     * @param horizon how far the residual value looks ahead
     * @return a value whose every number is finite, with this day and horizon
     * @throws IllegalArgumentException if the evidence can't be valued on that day (a history that starts later, say), or
     *     the horizon has no end and the model's value would not be finite
     */
    LifetimeValue value(E evidence, LocalDate asOf, Horizon horizon);

    /**
     * Returns this model for other evidence, which is first read as this model's.
     *
     * @param reading how the other evidence reads; pure
     */
    default <F> LifetimeValueModel<F> compose(Function<? super F, ? extends E> reading) {
        Objects.requireNonNull(reading, "reading");
        return (evidence, asOf, horizon) -> value(reading.apply(evidence), asOf, horizon);
    }
}
