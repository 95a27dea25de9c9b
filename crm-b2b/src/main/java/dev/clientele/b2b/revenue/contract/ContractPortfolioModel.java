package dev.clientele.b2b.revenue.contract;

import com.google.common.collect.ImmutableSortedMap;
import dev.clientele.b2b.revenue.retention.ContractHistory;
import dev.clientele.b2b.revenue.retention.ContractValueModel;
import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.Evidence;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import dev.clientele.core.value.ValueInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A model that values an account by all its contracts together: past payments at the rate of the day of each, and
 * future ones by {@link ContractValueModel} at the rate of the day of the answer. Contracts that had not begun by then
 * don't count. The interval is that of the one contract that runs; if several do there is none, for it isn't known how
 * much they end together. Immutable and thread-safe.
 *
 * @param byTermMonths how to value contracts, by the months that their terms have, all with one discounting
 * @param currency of the answer
 * @param rates for contracts in other currencies
 */
public record ContractPortfolioModel(
        Map<Integer, ContractValueModel> byTermMonths, CurrencyUnit currency, ExchangeRates rates)
        implements LifetimeValueModel<List<ContractLifecycle>> {

    /** The name of the method, which its values carry. */
    public static final String METHOD = "renewals of all contracts";

    /** Copies the map, and checks that there is one discounting. */
    public ContractPortfolioModel {
        byTermMonths = ImmutableSortedMap.copyOf(byTermMonths);
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(rates, "rates");
        long ways = byTermMonths.values().stream()
                .map(ContractValueModel::discounting)
                .distinct()
                .count();
        if (ways != 1) {
            throw new IllegalArgumentException("byTermMonths must have one way of discounting, got " + ways);
        }
    }

    /** Returns a model of contracts in one currency, all with terms of so many months. */
    public static ContractPortfolioModel of(int termMonths, ContractValueModel model, CurrencyUnit currency) {
        return new ContractPortfolioModel(Map.of(termMonths, model), currency, ExchangeRates.none());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is no model for the terms of a contract, or as {@link ContractValueModel#value}
     * @throws dev.clientele.core.value.MissingExchangeRateException if an amount can't be converted
     */
    @Override
    public LifetimeValue value(List<ContractLifecycle> evidence, LocalDate asOf, Horizon horizon) {
        PortfolioTotals sum = new PortfolioTotals(asOf);
        for (ContractLifecycle life : evidence) {
            life.history(asOf).ifPresent(history -> sum.add(life, history, model(life), horizon));
        }
        LifetimeValue.Builder value = LifetimeValue.builder(METHOD, currency, asOf, horizon)
                .historic(sum.historic)
                .residual(sum.residual)
                .acquisitionCost(sum.cost)
                .discounting(byTermMonths.values().iterator().next().discounting())
                .evidence(Evidence.of(sampleSize())
                        .with("contracts", sum.contracts)
                        .with("running", sum.running)
                        .with("renewals", (double) sum.renewals));
        ValueInterval only = sum.running == 1 ? sum.interval : null;
        return only == null ? value.build() : value.residualInterval(only).build();
    }

    private long sampleSize() {
        return byTermMonths.values().stream()
                .mapToLong(ContractValueModel::sampleSize)
                .sum();
    }

    private ContractValueModel model(ContractLifecycle life) {
        ContractValueModel model = byTermMonths.get(life.termMonths());
        if (model == null) {
            throw new IllegalArgumentException("there must be a model for terms of " + life.termMonths()
                    + " months, got some for " + byTermMonths.keySet());
        }
        return model;
    }

    /** The totals of the contracts so far. Not thread-safe. */
    private final class PortfolioTotals {
        private final LocalDate asOf;
        private Money historic = Money.zero(currency);
        private Money residual = Money.zero(currency);
        private Money cost = Money.zero(currency);
        private @Nullable ValueInterval interval;
        private int contracts;
        private int running;
        private long renewals;

        PortfolioTotals(LocalDate asOf) {
            this.asOf = asOf;
        }

        void add(ContractLifecycle life, ContractHistory history, ContractValueModel model, Horizon horizon) {
            LifetimeValue value = model.value(history, asOf, horizon);
            BigDecimal margin = BigDecimal.valueOf(model.margin());
            for (CashFlow payment : life.payments(asOf)) {
                Money kept = payment.amount().multipliedBy(margin, RoundingMode.HALF_EVEN);
                historic = historic.plus(converted(kept, payment.date()));
            }
            residual = residual.plus(converted(value.residual(), asOf));
            life.acquisitionCost()
                    .map(amount -> converted(amount, history.start()))
                    .ifPresent(amount -> cost = cost.plus(amount));
            contracts++;
            renewals += life.startedTerms(asOf).size() - 1;
            if (history.isActiveOn(asOf)) {
                running++;
                interval = interval(value.residualInterval());
            }
        }

        private @Nullable ValueInterval interval(@Nullable ValueInterval own) {
            return own == null
                    ? null
                    : ValueInterval.of(converted(own.low(), asOf), converted(own.high(), asOf), own.level());
        }

        private Money converted(Money amount, LocalDate day) {
            return rates.convert(amount, currency, day, RoundingMode.HALF_EVEN);
        }
    }
}
