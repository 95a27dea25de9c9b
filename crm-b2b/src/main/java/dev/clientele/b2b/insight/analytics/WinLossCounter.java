package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.value.ConvertedTotal;
import dev.clientele.core.value.ExchangeRate;
import dev.clientele.core.value.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The counter of wins and losses. Not thread-safe. */
final class WinLossCounter {

    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private final Map<Integer, Long> wonDays = new TreeMap<>();
    private final Map<Integer, Long> lostDays = new TreeMap<>();
    private final ConvertedTotal won;
    private final ConvertedTotal lost;
    private long open;

    WinLossCounter(CurrencyUnit currency, ExchangeRates rates) {
        this.currency = currency;
        this.rates = rates;
        this.won = new ConvertedTotal(currency);
        this.lost = new ConvertedTotal(currency);
    }

    void add(DealAsOf deal, LocalDate day) {
        if (deal.kind() == StageKind.OPEN) {
            addOpen(1);
            return;
        }
        addClosed(deal.kind(), deal.age(day), 1);
        Money amount = deal.amount();
        if (amount != null) {
            addValue(deal.kind(), amount.getAmount(), rates.rate(amount.getCurrencyUnit(), currency, deal.closing()));
        }
    }

    void addOpen(long deals) {
        open += deals;
    }

    void addClosed(StageKind kind, int days, long deals) {
        (kind == StageKind.WON ? wonDays : lostDays).merge(days, deals, Long::sum);
    }

    void addValue(StageKind kind, BigDecimal sum, ExchangeRate rate) {
        (kind == StageKind.WON ? won : lost).add(sum, rate);
    }

    WinLoss result() {
        return new WinLoss(
                open, won.rounded(), lost.rounded(), SalesCycles.ofCounts(wonDays), SalesCycles.ofCounts(lostDays));
    }
}
