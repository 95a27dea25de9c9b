package dev.clientele.b2b.forecast;

import dev.clientele.core.value.ExchangeRate;
import dev.clientele.core.value.ExchangeRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * Days of one period between which no exchange rate in use changes.
 *
 * @param period the period that they belong to
 * @param days which days
 * @param rates the rate of every currency in which deals close on these days
 */
record Segment(ForecastPeriod period, ForecastPeriod days, Map<CurrencyUnit, ExchangeRate> rates) {

    Segment {
        rates = Map.copyOf(rates);
    }

    /**
     * Divides periods.
     *
     * @param closing on which days deals of each currency close
     * @throws dev.clientele.core.value.MissingRateException if there is no rate for one of these days
     */
    static List<Segment> of(
            List<ForecastPeriod> periods,
            Map<CurrencyUnit, NavigableSet<LocalDate>> closing,
            CurrencyUnit target,
            ExchangeRates rates) {
        List<Segment> segments = new ArrayList<>();
        for (ForecastPeriod period : periods) {
            NavigableSet<LocalDate> starts = new TreeSet<>(List.of(period.startInclusive()));
            closing.forEach((currency, days) -> {
                ExchangeRate before = null;
                for (LocalDate day : within(days, period)) {
                    ExchangeRate rate = rates.rate(currency, target, day);
                    if (before != null && !sameFactor(before, rate)) {
                        starts.add(day);
                    }
                    before = rate;
                }
            });
            for (LocalDate start : starts) {
                LocalDate next = starts.higher(start);
                ForecastPeriod days = ForecastPeriod.between(start, next == null ? period.endExclusive() : next);
                segments.add(new Segment(period, days, ratesOn(days, closing, target, rates)));
            }
        }
        return segments;
    }

    private static Map<CurrencyUnit, ExchangeRate> ratesOn(
            ForecastPeriod days,
            Map<CurrencyUnit, NavigableSet<LocalDate>> closing,
            CurrencyUnit target,
            ExchangeRates rates) {
        Map<CurrencyUnit, ExchangeRate> inForce = new HashMap<>();
        closing.forEach((currency, dates) -> {
            NavigableSet<LocalDate> within = within(dates, days);
            if (!within.isEmpty()) {
                inForce.put(currency, rates.rate(currency, target, within.first()));
            }
        });
        return inForce;
    }

    private static NavigableSet<LocalDate> within(NavigableSet<LocalDate> dates, ForecastPeriod period) {
        return dates.subSet(period.startInclusive(), true, period.endExclusive(), false);
    }

    private static boolean sameFactor(ExchangeRate one, ExchangeRate other) {
        return one.numerator()
                        .multiply(other.denominator())
                        .compareTo(other.numerator().multiply(one.denominator()))
                == 0;
    }
}
