package dev.clientele.b2c.identity.record;

import dev.clientele.core.error.InvalidValueException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which identifiers of one type link records to persons. Immutable and thread-safe.
 *
 * @param type the name of the {@link IdentifierType}
 * @param priority links of lower numbers are made first, and those of higher ones mustn't contradict them
 * @param exclusive whether a person has one verified value at most: two persons with different ones never become one by machine
 * @param maxPerPerson the most values of a person, within {@code period} if there is one; 1 or more
 * @param period the time within which values count together; null for ever
 * @param maxPersons the most different people that a value may show before it turns generic and stops linking; 1 or more
 * @param blocked values that never link
 */
public record IdentifierRule(
        String type,
        int priority,
        boolean exclusive,
        int maxPerPerson,
        @Nullable Duration period,
        int maxPersons,
        BlockedValues blocked) {

    /** Checks the limits. */
    public IdentifierRule {
        type = new IdentifierType(type).name();
        Objects.requireNonNull(blocked, "blocked");
        if (maxPerPerson < 1) {
            throw InvalidValueException.outOfRange("maxPerPerson", 1, Integer.MAX_VALUE, maxPerPerson);
        }
        if (maxPersons < 1) {
            throw InvalidValueException.outOfRange("maxPersons", 1, Integer.MAX_VALUE, maxPersons);
        }
        if (period != null && (period.isNegative() || period.isZero())) {
            throw new InvalidValueException("period", "range", "must be longer than 0");
        }
    }

    /** Returns the rule of a type without limits, with the standard blocked values. */
    public static IdentifierRule of(IdentifierType type, int priority) {
        return new IdentifierRule(
                type.name(), priority, false, Integer.MAX_VALUE, null, Integer.MAX_VALUE, BlockedValues.standard());
    }

    /** Returns this rule for a type of which a person has one verified value at most. */
    public IdentifierRule asExclusive() {
        return new IdentifierRule(type, priority, true, maxPerPerson, period, maxPersons, blocked);
    }

    /** Returns this rule with a limit of values per person, for ever. */
    public IdentifierRule atMostPerPerson(int values) {
        return new IdentifierRule(type, priority, exclusive, values, null, maxPersons, blocked);
    }

    /** Returns this rule with a limit of values per person within a period. */
    public IdentifierRule atMostPerPerson(int values, Duration within) {
        return new IdentifierRule(type, priority, exclusive, values, within, maxPersons, blocked);
    }

    /** Returns this rule with a limit of people per value. */
    public IdentifierRule atMostPersons(int persons) {
        return new IdentifierRule(type, priority, exclusive, maxPerPerson, period, persons, blocked);
    }

    /** Returns this rule with other blocked values. */
    public IdentifierRule blocking(BlockedValues values) {
        return new IdentifierRule(type, priority, exclusive, maxPerPerson, period, maxPersons, values);
    }

    /** Returns the period within which values count together; empty for ever. */
    public Optional<Duration> findPeriod() {
        return Optional.ofNullable(period);
    }
}
