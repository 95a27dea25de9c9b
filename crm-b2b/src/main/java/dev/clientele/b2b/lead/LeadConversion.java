package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a lead's conversion. Immutable.
 *
 * <p>By default: an employee, as a new contact, without a deal.
 */
public final class LeadConversion {

    final @Nullable Id<Account> account;
    final @Nullable Id<Contact> contact;
    final ContactRole role;
    final @Nullable NewDeal opening;
    final @Nullable ExistingDeal joining;

    /** A deal to be opened. */
    record NewDeal(Pipeline pipeline, String name, @Nullable Money amount) {}

    /** A deal to take part in. */
    record ExistingDeal(Id<Opportunity> deal, BuyingRole role) {}

    private LeadConversion(
            @Nullable Id<Account> account,
            @Nullable Id<Contact> contact,
            ContactRole role,
            @Nullable NewDeal opening,
            @Nullable ExistingDeal joining) {
        this.account = account;
        this.contact = contact;
        this.role = role;
        this.opening = opening;
        this.joining = joining;
    }

    /** Returns a plan that makes the lead a contact at a new account named after the lead's company. */
    public static LeadConversion toNewAccount() {
        return new LeadConversion(null, null, ContactRole.EMPLOYEE, null, null);
    }

    /** Returns a plan that makes the lead a contact at an existing account. */
    public static LeadConversion toAccount(Id<Account> account) {
        return new LeadConversion(Objects.requireNonNull(account, "account"), null, ContactRole.EMPLOYEE, null, null);
    }

    /** Returns a copy that converts into this existing contact, which is given the lead's contact points too. */
    public LeadConversion withContact(Id<Contact> existing) {
        return new LeadConversion(account, Objects.requireNonNull(existing, "existing"), role, opening, joining);
    }

    /** Returns a copy that gives the contact this role at the account. */
    public LeadConversion withRole(ContactRole newRole) {
        return new LeadConversion(account, contact, Objects.requireNonNull(newRole, "newRole"), opening, joining);
    }

    /**
     * Returns a copy that also opens a deal.
     *
     * @param amount the deal's amount, or null if it isn't known
     */
    public LeadConversion withNewDeal(Pipeline pipeline, String name, @Nullable Money amount) {
        return new LeadConversion(account, contact, role, new NewDeal(pipeline, name, amount), null);
    }

    /** Returns a copy that also gives the contact a buying role in an existing deal of the account. */
    public LeadConversion withExistingDeal(Id<Opportunity> deal, BuyingRole buyingRole) {
        return new LeadConversion(account, contact, role, null, new ExistingDeal(deal, buyingRole));
    }
}
