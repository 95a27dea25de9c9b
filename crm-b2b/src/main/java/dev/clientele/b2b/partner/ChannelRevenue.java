package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.entity.Id;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The revenue won in a period, split into direct, partner-sourced and partner-influenced revenue, in one currency.
 * Immutable and thread-safe.
 *
 * <p>Every won deal counts once in {@code total = direct + sourced}: with the partner that sourced it or, without one, as
 * direct. Influence stands beside that and is never added to it. A deal that two partners influenced counts in full for
 * each of them and once in {@link #influenced}, so the partners' influenced figures may add up to more than that.
 *
 * <p>Direct and sourced revenue are exact sums that are rounded once per partner; influenced revenue is added up of
 * deals that are converted and rounded one by one.
 *
 * @param period in which the deals were closed
 * @param currency of every amount
 * @param directDeals how many won deals no partner had brought
 * @param direct the revenue of those deals
 * @param influencedDeals how many won deals any partner had influenced
 * @param influenced the revenue of those deals, each counted once
 * @param partners the partners who sourced or influenced won deals, by id
 */
public record ChannelRevenue(
        ForecastPeriod period,
        CurrencyUnit currency,
        long directDeals,
        Money direct,
        long influencedDeals,
        Money influenced,
        List<PartnerRevenue> partners) {

    /** Copies the list. */
    public ChannelRevenue {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(direct, "direct");
        Objects.requireNonNull(influenced, "influenced");
        partners = List.copyOf(partners);
    }

    /** Returns the revenue that partners sourced. */
    public Money sourced() {
        return partners.stream().map(PartnerRevenue::sourced).reduce(Money.zero(currency), Money::plus);
    }

    /** Returns the revenue of all won deals. */
    public Money total() {
        return direct.plus(sourced());
    }

    /** Returns the number of won deals. */
    public long deals() {
        return directDeals
                + partners.stream().mapToLong(PartnerRevenue::sourcedDeals).sum();
    }

    /** Finds one partner's revenue; empty if it had nothing to do with any won deal. */
    public Optional<PartnerRevenue> findPartner(Id<Account> partner) {
        return partners.stream().filter(line -> line.partner().equals(partner)).findFirst();
    }
}
