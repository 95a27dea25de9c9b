package dev.clientele.b2b.partner;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import java.util.Objects;

/**
 * The deal that a registration was converted to.
 *
 * @param registration as it is stored now
 * @param deal the deal sourced by the partner
 */
public record RegisteredDeal(DealRegistration registration, Opportunity deal) {

    /** Refuses nulls. */
    public RegisteredDeal {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(deal, "deal");
    }
}
