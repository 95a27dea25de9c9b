package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountKind;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.deal.pipeline.Opportunities;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.stakeholder.Stakeholders;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.util.List;
import java.util.Optional;

/** The conversion of one lead within one transaction. */
final class LeadConverter {

    private final CrmSession tx;
    private final Lead lead;
    private final LeadConversion conversion;

    LeadConverter(CrmSession tx, Lead lead, LeadConversion conversion) {
        this.tx = tx;
        this.lead = lead;
        this.conversion = conversion;
    }

    ConvertedLead convert() {
        Lead current = tx.repository(Lead.TYPE).getForUpdate(lead.id());
        if (current.status() == LeadStatus.CONVERTED) {
            throw InvalidException.of(Lead.TYPE.name(), Lead.STATUS.name(), "is CONVERTED already");
        } else if (current.version() != lead.version()) {
            throw new StaleVersionException(List.of(lead.id().value()), null);
        }
        Account account = account();
        Contact contact = contact();
        new Contacts(tx).assign(contact, account, conversion.role);
        Optional<Opportunity> deal = deal(account, contact);
        Lead converted = tx.repository(Lead.TYPE)
                .save(lead.with(Lead.STATUS, LeadStatus.CONVERTED)
                        .with(Lead.CONVERTED_AT, tx.now())
                        .with(Lead.ACCOUNT, account.id())
                        .with(Lead.CONTACT, contact.id())
                        .with(Lead.OPPORTUNITY, deal.map(Opportunity::id).orElse(null)));
        record(account, contact, deal);
        return new ConvertedLead(converted, account, contact, deal);
    }

    private Account account() {
        Id<Account> existing = conversion.account;
        if (existing != null) {
            return new Accounts(tx).get(existing);
        }
        return new Accounts(tx)
                .add(Account.named(lead.accountName())
                        .with(Account.KIND, AccountKind.PROSPECT)
                        .with(Account.DOMAIN, lead.get(Lead.DOMAIN))
                        .with(Account.INDUSTRY, lead.get(Lead.INDUSTRY))
                        .with(Account.EMPLOYEES, lead.get(Lead.EMPLOYEES))
                        .with(Account.COUNTRY, lead.get(Lead.COUNTRY))
                        .with(Account.OWNER, lead.get(Lead.OWNER)));
    }

    private Contact contact() {
        Contacts contacts = new Contacts(tx);
        Id<Contact> existing = conversion.contact;
        if (existing != null) {
            Contact contact = contacts.getForUpdate(existing);
            return contacts.save(
                    contact.withContactPoints(contact.contactPoints().mergedWith(lead.contactPoints())));
        }
        return contacts.add(Contact.of(lead.contactName())
                .withId(Id.of(lead.id().value()))
                .with(Contact.JOB_TITLE, lead.get(Lead.JOB_TITLE))
                .with(Contact.OWNER, lead.get(Lead.OWNER))
                .with(Contact.DESCRIPTION, lead.get(Lead.DESCRIPTION))
                .withContactPoints(lead.contactPoints()));
    }

    private Optional<Opportunity> deal(Account account, Contact contact) {
        Opportunities deals = new Opportunities(tx, List.of());
        LeadConversion.NewDeal opening = conversion.opening;
        if (opening != null) {
            Opportunity deal = Opportunity.of(account, opening.name())
                    .with(Opportunity.AMOUNT, opening.amount())
                    .with(Opportunity.SOURCE, lead.get(Lead.SOURCE))
                    .with(Opportunity.SOURCED_BY, lead.get(Lead.SOURCED_BY));
            return Optional.of(deals.open(
                    deal.get(Opportunity.OWNER) == null ? deal.with(Opportunity.OWNER, lead.get(Lead.OWNER)) : deal,
                    opening.pipeline()));
        }
        LeadConversion.ExistingDeal joining = conversion.joining;
        if (joining == null) {
            return Optional.empty();
        }
        Opportunity deal = tx.rely(deals.get(joining.deal()));
        if (!account.id().equals(deal.get(Opportunity.ACCOUNT))) {
            throw InvalidException.of(
                    Lead.TYPE.name(),
                    Lead.OPPORTUNITY.name(),
                    "must be a deal with the account that it is converted to");
        }
        new Stakeholders(tx).assign(deal, contact, joining.role());
        return Optional.of(deal);
    }

    private void record(Account account, Contact contact, Optional<Opportunity> deal) {
        Interaction note = Interaction.of(Channel.NOTE, Direction.INTERNAL, tx.now(), account.id())
                .withSubject(contact.id())
                .withSubject(lead.id())
                .with(Interaction.TITLE, "Lead converted");
        tx.timeline().record(deal.map(opened -> note.withSubject(opened.id())).orElse(note));
    }
}
