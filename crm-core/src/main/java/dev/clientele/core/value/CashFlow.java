package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * A payment on a date: positive when it comes in, negative when it goes out.
 *
 * @param date the day it moves
 * @param amount how much; any sign
 */
public record CashFlow(LocalDate date, Money amount) {
    /** Refuses nulls. */
    public CashFlow {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }

    /** Returns a flow of this amount on this date. */
    public static CashFlow of(LocalDate date, Money amount) {
        return new CashFlow(date, amount);
    }

    /**
     * Returns flows of the same amount again and again, without end; take as many as needed with {@link Stream#limit}.
     *
     * <p>Dates don't drift: the nth flow is the first date plus n times the period, so monthly from 31 January is 28 or 29
     * February and then 31 March.
     *
     * @param first the date of the first flow
     * @param every the time between two flows; positive, without negative parts
     * @throws IllegalArgumentException if {@code every} is zero or has a negative part
     */
    public static Stream<CashFlow> recurring(LocalDate first, Period every, Money amount) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(amount, "amount");
        checkArgument(!every.isZero() && !every.isNegative(), "every must be a positive period, got %s", every);
        return Stream.iterate(0, n -> n + 1).map(n -> new CashFlow(first.plus(every.multipliedBy(n)), amount));
    }

    /** Returns the same flow the other way. */
    public CashFlow negated() {
        return new CashFlow(date, amount.negated());
    }
}
