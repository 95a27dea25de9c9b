package dev.clientele.b2b.partner;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import java.util.Objects;

/**
 * What a registration has become.
 *
 * @param registration as it is stored now
 * @param deal that the partner has brought
 */
public record RegisteredDeal(DealRegistration registration, Opportunity deal) {

    /** Refuses nulls. */
    public RegisteredDeal {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(deal, "deal");
    }
}
