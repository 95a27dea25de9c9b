package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.value.ExchangeRates;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was won and lost until a day. Immutable and thread-safe.
 *
 * @param open how many deals were open on the day
 * @param wonValue what the won deals are worth, each converted at the rate of its close date
 * @param lostValue what the lost ones were worth
 * @param wonCycles how long each won deal took, from its first stage to its closing
 * @param lostCycles how long each lost deal took
 */
public record WinLoss(long open, Money wonValue, Money lostValue, Cycles wonCycles, Cycles lostCycles) {

    /** Refuses nulls and two currencies. */
    public WinLoss {
        Objects.requireNonNull(wonCycles, "wonCycles");
        Objects.requireNonNull(lostCycles, "lostCycles");
        if (!wonValue.getCurrencyUnit().equals(lostValue.getCurrencyUnit())) {
            throw new IllegalArgumentException("wonValue and lostValue must be in one currency, got "
                    + wonValue.getCurrencyUnit() + " and " + lostValue.getCurrencyUnit());
        }
    }

    /** How many deals were won. */
    public long won() {
        return wonCycles.count();
    }

    /** How many deals were lost. */
    public long lost() {
        return lostCycles.count();
    }

    /** The share of won among closed deals; empty if none was closed. */
    public OptionalDouble winRate() {
        long closed = won() + lost();
        return closed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won() / closed);
    }

    /**
     * Of deals as they stood at the end of a day, by a key.
     *
     * @param deals closed by the caller
     * @param zone in which days are counted
     * @param key by which deals are told apart; null is a key too
     * @return in the order in which keys are first met
     * @throws dev.clientele.core.value.MissingRateException if a rate is missing; nothing is left out
     */
    public static <K extends @Nullable Object> Map<K, WinLoss> by(
            Stream<Opportunity> deals,
            Function<Opportunity, K> key,
            LocalDate day,
            ZoneId zone,
            CurrencyUnit currency,
            ExchangeRates rates) {
        Map<K, Counting> counting = new LinkedHashMap<>();
        deals.forEach(deal -> DealOn.of(deal, day, zone).ifPresent(then -> {
            K of = key.apply(deal);
            Counting counts = counting.get(of);
            if (counts == null) {
                counts = new Counting(currency, rates);
                counting.put(of, counts);
            }
            counts.add(then, day);
        }));
        Map<K, WinLoss> results = new LinkedHashMap<>();
        counting.forEach((of, counts) -> results.put(of, counts.result()));
        return Collections.unmodifiableMap(results);
    }

    /** As {@link #by} over all of them. */
    public static WinLoss of(
            Stream<Opportunity> deals, LocalDate day, ZoneId zone, CurrencyUnit currency, ExchangeRates rates) {
        return by(deals, deal -> true, day, zone, currency, rates)
                .getOrDefault(true, new Counting(currency, rates).result());
    }

    private static final class Counting {
        private final CurrencyUnit currency;
        private final ExchangeRates rates;
        private final List<Integer> wonDays = new ArrayList<>();
        private final List<Integer> lostDays = new ArrayList<>();
        private Money won;
        private Money lost;
        private long open;

        Counting(CurrencyUnit currency, ExchangeRates rates) {
            this.currency = currency;
            this.rates = rates;
            this.won = Money.zero(currency);
            this.lost = Money.zero(currency);
        }

        void add(DealOn deal, LocalDate day) {
            if (deal.kind() == StageKind.OPEN) {
                open++;
            } else if (deal.kind() == StageKind.WON) {
                wonDays.add(deal.age(day));
                won = won.plus(value(deal));
            } else {
                lostDays.add(deal.age(day));
                lost = lost.plus(value(deal));
            }
        }

        private Money value(DealOn deal) {
            Money amount = deal.amount();
            return amount == null
                    ? Money.zero(currency)
                    : rates.convert(amount, currency, deal.closing(), RoundingMode.HALF_EVEN);
        }

        WinLoss result() {
            return new WinLoss(open, won, lost, Cycles.of(wonDays), Cycles.of(lostDays));
        }
    }
}
