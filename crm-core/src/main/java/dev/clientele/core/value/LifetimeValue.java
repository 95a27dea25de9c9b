package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.text.TextRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lifetime value of a customer: the amount received so far, plus expected from now on, less what it cost to win the customer.
 *
 * <p>Every amount is in one currency. It says on which day it stands, how far it looks ahead, by which method it was found
 * and on which evidence, so that two values can be told apart and {@link #explain} can put it in words. It doesn't
 * contain the customer's id. Immutable and thread-safe.
 *
 * @param asOf the day on which the value stands
 * @param horizon how far ahead {@code residual} looks from that day
 * @param method the name of the method, such as {@code BG/NBD with Gamma-Gamma}; one line of at most 120 code points
 * @param historic received up to and on {@code asOf}, less refunds, not discounted; may be negative
 * @param residual expected after {@code asOf} within the horizon, discounted to that day; may be negative
 * @param acquisitionCost what winning the customer cost, zero or more
 * @param residualInterval between which amounts the expectation lies that {@code residual} estimates, or null if the method doesn't say;
 *     what this one customer will really bring varies more, and a method that foretells it has another door for that
 * @param discounting how later money was discounted
 * @param evidence what the method learned from and looked at
 */
public record LifetimeValue(
        LocalDate asOf,
        Horizon horizon,
        String method,
        Money historic,
        Money residual,
        Money acquisitionCost,
        @Nullable ValueInterval residualInterval,
        Discounting discounting,
        Evidence evidence) {
    private static final TextRule METHOD = TextRule.line(120);

    /** Checks that the amounts are in one currency and the cost isn't negative. */
    public LifetimeValue {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(horizon, "horizon");
        method = METHOD.check("method", method);
        CurrencyUnit currency = historic.getCurrencyUnit();
        requireCurrency("residual", currency, residual);
        requireCurrency("acquisitionCost", currency, acquisitionCost);
        checkArgument(!acquisitionCost.isNegative(), "acquisitionCost must not be negative, got %s", acquisitionCost);
        if (residualInterval != null) {
            requireCurrency("residualInterval", currency, residualInterval.low());
        }
        Objects.requireNonNull(discounting, "discounting");
        Objects.requireNonNull(evidence, "evidence");
    }

    /**
     * Starts a value with nothing received, nothing expected, no acquisition cost, no interval, no discounting and no
     * evidence.
     */
    public static Builder builder(String method, CurrencyUnit currency, LocalDate asOf, Horizon horizon) {
        return new Builder(method, currency, asOf, horizon);
    }

    /** Returns the currency of every amount. */
    public CurrencyUnit currency() {
        return historic.getCurrencyUnit();
    }

    /** Returns the whole: historic plus residual minus acquisition cost. */
    public Money total() {
        return historic.plus(residual).minus(acquisitionCost);
    }

    /** Returns the interval of the whole's expectation: that of the residual value, moved by what is certain; null if the method has none. */
    public @Nullable ValueInterval totalInterval() {
        return residualInterval == null ? null : residualInterval.plus(historic.minus(acquisitionCost));
    }

    /** Returns the value in a few sentences, in English and without regard to any locale. */
    public String explain() {
        StringBuilder words = new StringBuilder()
                .append(total())
                .append(" as of ")
                .append(asOf)
                .append(": ")
                .append(historic)
                .append(" received, ")
                .append(residual)
                .append(" expected over ")
                .append(horizon.isInfinite() ? "all the future" : "the next " + horizon.describe());
        if (!discounting.rate().equals(DiscountRate.ZERO)) {
            words.append(" (discounted at ").append(discounting).append(")");
        }
        if (!acquisitionCost.isZero()) {
            words.append(", less ").append(acquisitionCost).append(" to win the customer");
        }
        words.append(".");
        if (residualInterval != null) {
            words.append(" The expectation lies within ")
                    .append(residualInterval)
                    .append("; what one customer really brings varies more.");
        }
        return words.append(" Method: ")
                .append(method)
                .append(", on ")
                .append(evidence)
                .append(".")
                .toString();
    }

    private static void requireCurrency(String argument, CurrencyUnit currency, Money amount) {
        checkArgument(
                amount.getCurrencyUnit().equals(currency),
                "%s must be in %s, got %s",
                argument,
                currency,
                amount.getCurrencyUnit());
    }

    /** Collects the parts of a value. Not thread-safe. */
    public static final class Builder {
        private final String method;
        private final CurrencyUnit currency;
        private final LocalDate asOf;
        private final Horizon horizon;
        private Money historic;
        private Money residual;
        private Money acquisitionCost;
        private @Nullable ValueInterval residualInterval;
        private Discounting discounting = Discounting.NONE;
        private Evidence evidence = Evidence.none();

        private Builder(String method, CurrencyUnit currency, LocalDate asOf, Horizon horizon) {
            this.method = Objects.requireNonNull(method, "method");
            this.currency = Objects.requireNonNull(currency, "currency");
            this.asOf = Objects.requireNonNull(asOf, "asOf");
            this.horizon = Objects.requireNonNull(horizon, "horizon");
            this.historic = Money.zero(currency);
            this.residual = Money.zero(currency);
            this.acquisitionCost = Money.zero(currency);
        }

        /** Sets the amount received so far. */
        public Builder historic(Money amount) {
            this.historic = Objects.requireNonNull(amount, "amount");
            return this;
        }

        /** Sets the amount expected from now on. */
        public Builder residual(Money amount) {
            this.residual = Objects.requireNonNull(amount, "amount");
            return this;
        }

        /**
         * Sets the amount expected from now on, as a model's output in units of the currency; rounded half to even to its minor unit.
         *
         * @throws IllegalArgumentException if it isn't finite
         */
        public Builder residual(double amount) {
            return residual(money("residual", amount));
        }

        /** Sets what winning the customer cost. */
        public Builder acquisitionCost(Money amount) {
            this.acquisitionCost = Objects.requireNonNull(amount, "amount");
            return this;
        }

        /** Sets the interval in which the expectation lies that the residual value estimates. */
        public Builder residualInterval(ValueInterval interval) {
            this.residualInterval = Objects.requireNonNull(interval, "interval");
            return this;
        }

        /** Sets the interval as a model's output in units of the currency, each end rounded as {@link #residual(double)} is. */
        public Builder residualInterval(double low, double high, double level) {
            return residualInterval(ValueInterval.of(money("low", low), money("high", high), level));
        }

        /** Sets how later money was discounted. */
        public Builder discounting(Discounting used) {
            this.discounting = Objects.requireNonNull(used, "used");
            return this;
        }

        /** Sets what the method learned from and looked at. */
        public Builder evidence(Evidence used) {
            this.evidence = Objects.requireNonNull(used, "used");
            return this;
        }

        /** Builds the value and checks it. */
        public LifetimeValue build() {
            return new LifetimeValue(
                    asOf,
                    horizon,
                    method,
                    historic,
                    residual,
                    acquisitionCost,
                    residualInterval,
                    discounting,
                    evidence);
        }

        private Money money(String argument, double amount) {
            checkArgument(Double.isFinite(amount), "%s must be finite, got %s", argument, amount);
            return Money.of(currency, new BigDecimal(amount), RoundingMode.HALF_EVEN);
        }
    }
}
