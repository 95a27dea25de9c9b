package dev.clientele.b2c.person;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.value.Horizon;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The expectations of a model for a person, as of a day. Immutable and thread-safe.
 *
 * <p>A person carries the score of the latest run in fields of its own, so that queries over persons may mix them with all
 * others: {@code Score.P_ALIVE.below(0.3).and(Person.CITY.is("Leeds"))}. A person who has never been scored meets no such
 * comparison. The fields are computed ones: a run stores them in bulk, beside what people write, and neither raises a
 * version nor stands in a history.
 *
 * @param pAlive probability that the person may still buy, 0 to 1
 * @param expectedTransactions expected number of purchases within the horizon, 0 or more
 * @param expectedSpend expected spend per purchase in units of the currency, or null if the model has no mean for this person
 *     or there is no spend model
 * @param clv expected spend within the horizon times margin, discounted to {@code asOf}; what was spent so far isn't in it;
 *     null where {@code expectedSpend} is
 * @param asOf the day from which the person was seen
 * @param horizon how far ahead
 * @param calibration id of the stored calibration that gave it
 */
public record Score(
        double pAlive,
        double expectedTransactions,
        @Nullable Double expectedSpend,
        @Nullable Money clv,
        LocalDate asOf,
        Horizon horizon,
        UUID calibration) {

    /** Probability that the person may still buy, 0 to 1. */
    public static final OrderedField<Person, Double> P_ALIVE = Person.SCORE.pAlive;
    /** Expected number of purchases within the horizon. */
    public static final OrderedField<Person, Double> EXPECTED_TRANSACTIONS = Person.SCORE.expectedTransactions;
    /** Expected spend per purchase in units of the currency. */
    public static final OrderedField<Person, Double> EXPECTED_SPEND = Person.SCORE.expectedSpend;
    /** Expected value within the horizon, discounted. */
    public static final MoneyField<Person> CLV = Person.SCORE.clv;
    /** The day from which the person was seen. */
    public static final OrderedField<Person, LocalDate> AS_OF = Person.SCORE.asOf;
    /** The currency of the purchases that the score is based on. */
    public static final CodedField<Person, CurrencyUnit> CURRENCY = Person.SCORE.currency;
    /** The number of the scoring run that gave it. */
    public static final OrderedField<Person, Long> RUN = Person.SCORE.run;

    /** All fields of a score, as a run stores them. */
    public static final List<Field<Person, ?>> FIELDS = Person.SCORE.all();

    /** Checks the ranges. */
    public Score {
        if (!(pAlive >= 0 && pAlive <= 1)) {
            throw new IllegalArgumentException("pAlive must be 0 to 1, got " + pAlive);
        }
        if (!(expectedTransactions >= 0 && expectedTransactions <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "expectedTransactions must be finite and 0 or more, got " + expectedTransactions);
        }
        if (expectedSpend != null && !(expectedSpend >= 0 && expectedSpend <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("expectedSpend must be finite and 0 or more, got " + expectedSpend);
        }
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(calibration, "calibration");
    }

    /**
     * Returns what a scoring run stores of it, for {@link dev.clientele.core.entity.Repository#compute} with {@link #FIELDS}.
     *
     * @param person who has it
     * @param run the number of the run
     * @param currency that of the purchases that the score is based on
     */
    public ComputedRow<Person> toRow(Id<Person> person, long run, CurrencyUnit currency) {
        return Person.SCORE.row(person, this, run, currency);
    }

    static Optional<Score> of(Person person) {
        return Optional.ofNullable(Person.SCORE.of(person));
    }
}
