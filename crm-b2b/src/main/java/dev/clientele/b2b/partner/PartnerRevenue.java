package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.joda.money.Money;

/**
 * What was won by one partner's doing.
 *
 * @param partner the partner's account
 * @param sourcedDeals how many won deals it had brought
 * @param sourced what they are worth
 * @param influencedDeals with how many other won deals it had helped
 * @param influenced what they are worth, each in full, however many others had helped too
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
