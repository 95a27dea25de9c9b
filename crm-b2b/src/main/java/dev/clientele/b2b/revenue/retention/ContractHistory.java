package dev.clientele.b2b.revenue.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer under contract. Immutable and thread-safe.
 *
 * @param start the first day of the first term
 * @param term how long each term is; the nth begins on {@code start} plus so many terms, so that dates don't drift
 * @param perTerm what is paid at the beginning of each
 * @param endedOn the first day on which the customer is no longer there; null if there is no end yet
 * @param acquisitionCost what winning the customer cost, in the same currency
 */
public record ContractHistory(
        LocalDate start,
        Period term,
        Money perTerm,
        @Nullable LocalDate endedOn,
        Money acquisitionCost) {

    /** Checks the term, the end and the currency. */
    public ContractHistory {
        Objects.requireNonNull(start, "start");
        if (term.isZero() || term.isNegative()) {
            throw new IllegalArgumentException("term must be a positive period, got " + term);
        }
        if (!acquisitionCost.getCurrencyUnit().equals(perTerm.getCurrencyUnit())) {
            throw new IllegalArgumentException("acquisitionCost must be in " + perTerm.getCurrencyUnit() + ", got "
                    + acquisitionCost.getCurrencyUnit());
        }
        if (endedOn != null && !endedOn.isAfter(start)) {
            throw new IllegalArgumentException("endedOn must be after the start, got " + endedOn);
        }
    }

    /** A customer who cost nothing to win and is still there. */
    public static ContractHistory since(LocalDate start, Period term, Money perTerm) {
        return new ContractHistory(start, term, perTerm, null, Money.zero(perTerm.getCurrencyUnit()));
    }

    /** The first day of a term, the first term being 0. */
    public LocalDate termStart(int number) {
        return start.plus(term.multipliedBy(number));
    }

    /** Returns the number of terms that had begun by the end of a day. */
    public int startedTerms(LocalDate day) {
        LocalDate end = endedOn;
        int terms = 0;
        while (!termStart(terms).isAfter(day)
                && (end == null || termStart(terms).isBefore(end))) {
            terms++;
        }
        return terms;
    }

    /** Returns true if the customer was under contract on a day. */
    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(start) && (endedOn == null || day.isBefore(endedOn));
    }
}
