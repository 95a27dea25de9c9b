package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.pipeline.BuyingRole;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a lead is to become. Immutable.
 *
 * <p>By default: an employee, as a new contact, without a deal.
 */
public final class Conversion {

    final @Nullable Id<Account> account;
    final @Nullable Id<Contact> contact;
    final ContactRole role;
    final @Nullable Opening opening;
    final @Nullable Joining joining;

    /** A deal to be opened. */
    record Opening(Pipeline pipeline, String name, @Nullable Money amount) {}

    /** A deal to take part in. */
    record Joining(Id<Opportunity> deal, BuyingRole role) {}

    private Conversion(
            @Nullable Id<Account> account,
            @Nullable Id<Contact> contact,
            ContactRole role,
            @Nullable Opening opening,
            @Nullable Joining joining) {
        this.account = account;
        this.contact = contact;
        this.role = role;
        this.opening = opening;
        this.joining = joining;
    }

    /** Into a contact at a new account that is called as the lead's company. */
    public static Conversion toNewAccount() {
        return new Conversion(null, null, ContactRole.EMPLOYEE, null, null);
    }

    /** Into a contact at an existing account. */
    public static Conversion to(Id<Account> account) {
        return new Conversion(Objects.requireNonNull(account, "account"), null, ContactRole.EMPLOYEE, null, null);
    }

    /** Into this existing contact, which is given the lead's contact points too. */
    public Conversion as(Id<Contact> existing) {
        return new Conversion(account, Objects.requireNonNull(existing, "existing"), role, opening, joining);
    }

    /** In this role at the account. */
    public Conversion as(ContactRole newRole) {
        return new Conversion(account, contact, Objects.requireNonNull(newRole, "newRole"), opening, joining);
    }

    /**
     * With a new deal.
     *
     * @param amount what it is worth, or null if that isn't known
     */
    public Conversion opening(Pipeline pipeline, String name, @Nullable Money amount) {
        return new Conversion(account, contact, role, new Opening(pipeline, name, amount), null);
    }

    /** With a role in an existing deal of the account. */
    public Conversion joining(Id<Opportunity> deal, BuyingRole buyingRole) {
        return new Conversion(account, contact, role, null, new Joining(deal, buyingRole));
    }
}
