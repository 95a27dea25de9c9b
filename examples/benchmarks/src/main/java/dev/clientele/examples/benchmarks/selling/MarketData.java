package dev.clientele.examples.benchmarks.selling;

import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** When and in what money the deals of the benchmark are. */
public final class MarketData {

    static final TenantId TENANT = TenantId.of("acme");
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    /** The currency of the answers. */
    public static final CurrencyUnit EUR = CurrencyUnit.EUR;

    static final List<CurrencyUnit> CURRENCIES = List.of(EUR, CurrencyUnit.USD, CurrencyUnit.GBP);
    /** Deals close in the three years from this day on. */
    static final LocalDate START = LocalDate.of(2025, 1, 1);

    static final LocalDate END = LocalDate.of(2028, 1, 1);

    private MarketData() {}

    /** Euros for one unit, as quoted on a day: an even sway around a level. */
    static BigDecimal quote(CurrencyUnit currency, LocalDate day) {
        long number = day.toEpochDay();
        int level = currency.equals(CurrencyUnit.USD) ? 92_000 : 117_000;
        return BigDecimal.valueOf(level + Math.floorMod(number * 37, 4_001) - 2_000, 5);
    }

    /** Rates that change every day, or on the first day of each month. */
    public static ExchangeRates rates(boolean daily) {
        ExchangeRates.Builder rates = ExchangeRates.builder();
        for (LocalDate day = START; day.isBefore(END); day = daily ? day.plusDays(1) : day.plusMonths(1)) {
            for (CurrencyUnit currency : CURRENCIES.subList(1, CURRENCIES.size())) {
                rates.quote(currency, EUR, day, quote(currency, day));
            }
        }
        return rates.build();
    }
}
