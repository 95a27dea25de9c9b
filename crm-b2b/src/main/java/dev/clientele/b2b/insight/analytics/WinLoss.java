package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.value.ExchangeRates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The wins and losses until a day. Immutable and thread-safe.
 *
 * <p>Each deal's amount is converted at the rate in force on its close date (or, where it has none, on the day on which
 * it came into its stage); the total is exact and rounded once, half to even.
 *
 * @param open how many deals were open on the day
 * @param wonValue the value of the won deals
 * @param lostValue the value of the lost ones
 * @param wonCycles the sales cycles of won deals, from its first stage to its closing
 * @param lostCycles the sales cycles of lost deals
 */
public record WinLoss(long open, Money wonValue, Money lostValue, SalesCycles wonCycles, SalesCycles lostCycles) {

    /** Refuses nulls and two currencies. */
    public WinLoss {
        Objects.requireNonNull(wonCycles, "wonCycles");
        Objects.requireNonNull(lostCycles, "lostCycles");
        if (!wonValue.getCurrencyUnit().equals(lostValue.getCurrencyUnit())) {
            throw new IllegalArgumentException("wonValue and lostValue must be in one currency, got "
                    + wonValue.getCurrencyUnit() + " and " + lostValue.getCurrencyUnit());
        }
    }

    /** Returns the number of deals won. */
    public long won() {
        return wonCycles.count();
    }

    /** Returns the number of deals lost. */
    public long lost() {
        return lostCycles.count();
    }

    /**
     * Returns the share of won among closed deals; empty until one was lost: where nobody writes losses down, every deal that is
     * closed is a won one, and a share of 1 would say nothing of the next.
     */
    public OptionalDouble winRate() {
        return DealOutcomes.winRate(won(), lost());
    }

    /**
     * Computes wins and losses by a key, from deals as they were at the end of a day.
     *
     * @param deals closed by the caller
     * @param zone in which days are counted
     * @param key by which deals are told apart; null is a key too
     * @return in the order in which keys are first met
     * @throws IllegalArgumentException if the visits of a deal until the day have left its record; {@link Analytics} reads them
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing; nothing is left out
     */
    public static <K extends @Nullable Object> Map<K, WinLoss> by(
            Stream<Opportunity> deals,
            Function<Opportunity, K> key,
            LocalDate day,
            ZoneId zone,
            CurrencyUnit currency,
            ExchangeRates rates) {
        Map<K, WinLossCounter> counting = new LinkedHashMap<>();
        deals.forEach(deal -> DealAsOf.of(deal, day, zone).ifPresent(then -> {
            K of = key.apply(deal);
            WinLossCounter counts = counting.get(of);
            if (counts == null) {
                counts = new WinLossCounter(currency, rates);
                counting.put(of, counts);
            }
            counts.add(then, day);
        }));
        Map<K, WinLoss> results = new LinkedHashMap<>();
        counting.forEach((of, counts) -> results.put(of, counts.result()));
        return Collections.unmodifiableMap(results);
    }

    /** Computes wins and losses over all deals; otherwise as {@link #by}. */
    public static WinLoss of(
            Stream<Opportunity> deals, LocalDate day, ZoneId zone, CurrencyUnit currency, ExchangeRates rates) {
        return by(deals, deal -> true, day, zone, currency, rates)
                .getOrDefault(true, new WinLossCounter(currency, rates).result());
    }
}
