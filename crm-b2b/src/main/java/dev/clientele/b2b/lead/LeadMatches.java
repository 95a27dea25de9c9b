package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import java.util.List;

/**
 * The existing records that may be the same person or company as a lead. Immutable and thread-safe.
 *
 * @param leads others that can be reached in the same way
 * @param contacts those that can be reached in the same way
 * @param accounts those with the same domain name, or with the same name but for its spelling and legal form
 */
public record LeadMatches(List<Lead> leads, List<Contact> contacts, List<Account> accounts) {

    /** Copies the collections. */
    public LeadMatches {
        leads = List.copyOf(leads);
        contacts = List.copyOf(contacts);
        accounts = List.copyOf(accounts);
    }

    /** Returns whether no match was found. */
    public boolean isEmpty() {
        return leads.isEmpty() && contacts.isEmpty() && accounts.isEmpty();
    }
}
