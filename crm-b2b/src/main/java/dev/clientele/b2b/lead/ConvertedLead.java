package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a lead's conversion.
 *
 * @param lead as it is stored now
 * @param account its account
 * @param contact its contact
 * @param deal its deal, if there is one
 */
public record ConvertedLead(Lead lead, Account account, Contact contact, Optional<Opportunity> deal) {

    /** Refuses nulls. */
    public ConvertedLead {
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(deal, "deal");
    }
}
