package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.joda.money.Money;

/**
 * The won revenue that one partner sourced or influenced.
 *
 * @param partner the partner's account
 * @param sourcedDeals how many won deals it had sourced
 * @param sourced the revenue of those deals
 * @param influencedDeals how many other won deals it had influenced
 * @param influenced the revenue of those deals, each in full, however many others had influenced it too
 */
public record PartnerRevenue(
        Id<Account> partner, long sourcedDeals, Money sourced, long influencedDeals, Money influenced) {

    /** Refuses nulls. */
    public PartnerRevenue {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(sourced, "sourced");
        Objects.requireNonNull(influenced, "influenced");
    }
}
