package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.AccountKind;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.load.ContactDetails;
import dev.clientele.examples.quickstart.load.Remark;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsCustomer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Customers as accounts, with the person known there as a contact: one person may be it for several. */
final class CustomerAccountLoad {

    private static final String NO_PHONE =
            "phone numbers of accounts left out: no number of that length in the country";

    private final Set<Integer> buyers;

    /** @param buyers the numbers of those who have ordered something */
    CustomerAccountLoad(Set<Integer> buyers) {
        this.buyers = Set.copyOf(buyers);
    }

    List<Remark> store(CrmSession tx, List<SteelWheelsCustomer> customers) {
        B2b b2b = B2b.in(tx);
        Map<Id<SalesRep>, SalesRep> owners = owners(b2b, customers);
        List<Account> accounts = new ArrayList<>();
        Map<Id<Contact>, Contact> contacts = new LinkedHashMap<>();
        List<AccountContact> relations = new ArrayList<>();
        int unreachable = 0;
        for (SteelWheelsCustomer customer : customers) {
            Optional<ContactPoint> phone = ContactDetails.phone(
                            customer.phone(), customer.address().country())
                    .map(point -> point.withPurpose(ContactPurpose.WORK).withPrimary(true));
            unreachable += phone.isEmpty() ? 1 : 0;
            Account account = owned(account(customer), customer, owners);
            accounts.add(phone.map(account::withContactPoint).orElse(account));
            Contact contact = contact(customer.contact());
            contacts.put(contact.id(), phone.map(contact::withContactPoint).orElse(contact));
            relations.add(AccountContact.of(contact.id(), account.id(), ContactRole.EMPLOYEE)
                    .with(AccountContact.PRIMARY, true)
                    .withId(StableId.of("account-contact", customer.number())));
        }
        b2b.accounts().addAll(accounts);
        b2b.contacts().findAll(contacts.keySet()).forEach(known -> contacts.remove(known.id()));
        b2b.contacts().addAll(contacts.values());
        b2b.contacts().relations().addAll(relations);
        return unreachable == 0 ? List.of() : List.of(new Remark(unreachable, NO_PHONE));
    }

    private Account account(SteelWheelsCustomer customer) {
        return Account.named(customer.name())
                .withId(OrderTimeline.accountId(customer.number()))
                .with(Account.EXTERNAL_ID, Integer.toString(customer.number()))
                .with(Account.KIND, buyers.contains(customer.number()) ? AccountKind.CUSTOMER : AccountKind.PROSPECT)
                .with(CreditLimit.FIELD, SteelWheelsMoney.of(customer.creditLimit()))
                .withAddress(ContactDetails.postalAddress(customer.address()));
    }

    private static Account owned(Account account, SteelWheelsCustomer customer, Map<Id<SalesRep>, SalesRep> owners) {
        if (customer.salesRep().isEmpty()) {
            return account;
        }
        SalesRep owner = owners.get(SalesTeamLoad.id(customer.salesRep().getAsInt()));
        return owner == null
                ? account
                : account.with(Account.OWNER, owner.id()).with(Account.TERRITORY, owner.get(SalesRep.TERRITORY));
    }

    private static Contact contact(SteelWheelsCustomer.ContactName contact) {
        PersonName name = PersonName.of(contact.firstName(), contact.lastName());
        return Contact.of(name).withId(StableId.of("contact", name.key()));
    }

    private static Map<Id<SalesRep>, SalesRep> owners(B2b b2b, List<SteelWheelsCustomer> customers) {
        List<Id<SalesRep>> ids = customers.stream()
                .flatMapToInt(customer -> customer.salesRep().stream())
                .distinct()
                .mapToObj(SalesTeamLoad::id)
                .toList();
        return b2b.teams().salesReps().findAll(ids).stream()
                .collect(Collectors.toMap(SalesRep::id, Function.identity()));
    }
}
