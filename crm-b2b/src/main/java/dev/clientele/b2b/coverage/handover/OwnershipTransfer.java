package dev.clientele.b2b.coverage.handover;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadStatus;
import dev.clientele.b2b.partner.Partner;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.task.Task;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;

/**
 * The transfer of a bounded number of records within a transaction. A transferred record no longer meets the criteria,
 * so that repeating the transfer goes on where it ended.
 */
final class OwnershipTransfer {

    private static final int TASK_BATCH_SIZE = 1000;

    private final CrmSession tx;
    private final Id<SalesRep> from;
    private final Id<SalesRep> to;
    private final CreditRule credit;

    OwnershipTransfer(CrmSession tx, Id<SalesRep> from, Id<SalesRep> to, CreditRule credit) {
        this.tx = tx;
        this.from = from;
        this.to = to;
        this.credit = credit;
    }

    HandoverCounts transfer(HandoverScope scope, int atMost) {
        Criteria which = scope.toCriteria();
        return switch (scope.kind()) {
            case ACCOUNTS -> accounts(next(Account.TYPE, accounts().and(which), atMost));
            case ACCOUNTS_WITH_DEALS -> accountsWithDeals(which, atMost);
            case DEALS -> deals(next(Opportunity.TYPE, deals().and(which), atMost));
            case CONTACTS -> contacts(next(Contact.TYPE, contacts().and(which), atMost));
            case PARTNERS -> partners(next(Partner.TYPE, partners().and(which), atMost));
            case LEADS -> leads(next(Lead.TYPE, leads().and(which), atMost));
            case TASKS -> tasks(next(Task.TYPE, tasks().and(which), atMost));
            case MEMBERSHIPS -> memberships(next(TeamMember.TYPE, memberships().and(which), atMost));
        };
    }

    /** Counts the records of a scope that are left, of those that the actor sees. */
    long countRemaining(HandoverScope scope) {
        Criteria which = scope.toCriteria();
        return switch (scope.kind()) {
            case ACCOUNTS, ACCOUNTS_WITH_DEALS ->
                all(Account.TYPE, accounts().and(which)).count();
            case DEALS -> all(Opportunity.TYPE, deals().and(which)).count();
            case CONTACTS -> all(Contact.TYPE, contacts().and(which)).count();
            case PARTNERS -> all(Partner.TYPE, partners().and(which)).count();
            case LEADS -> all(Lead.TYPE, leads().and(which)).count();
            case TASKS -> all(Task.TYPE, tasks().and(which)).count();
            case MEMBERSHIPS -> all(TeamMember.TYPE, memberships().and(which)).count();
        };
    }

    /**
     * Transfers the deals of the next accounts first, and the accounts once no deal is left: however many there are, a
     * step is bounded.
     */
    private HandoverCounts accountsWithDeals(Criteria which, int atMost) {
        List<Account> accounts = next(Account.TYPE, accounts().and(which), atMost);
        Criteria theirs = Opportunity.ACCOUNT.in(ids(accounts));
        HandoverCounts deals = deals(next(Opportunity.TYPE, deals().and(theirs), atMost));
        return deals.equals(HandoverCounts.NONE) ? accounts(accounts) : deals;
    }

    HandoverCounts accounts(List<Account> accounts) {
        save(
                Account.TYPE,
                accounts.stream()
                        .map(account -> account.with(Account.OWNER, to))
                        .toList());
        return HandoverCounts.of(
                HandoverKind.ACCOUNTS, accounts.size(), tasksAbout(SalesTask.ACCOUNT.in(ids(accounts))));
    }

    /** Finds the former owner's open deals with an account. */
    List<Opportunity> dealsWith(Account account) {
        try (var found = all(Opportunity.TYPE, deals().and(Opportunity.ACCOUNT.is(account.id()))).stream()) {
            return found.toList();
        }
    }

    HandoverCounts deals(List<Opportunity> deals) {
        save(
                Opportunity.TYPE,
                deals.stream()
                        .map(deal -> deal.credits().transferred(from, to, credit))
                        .toList());
        return HandoverCounts.of(HandoverKind.DEALS, deals.size(), tasksAbout(SalesTask.OPPORTUNITY.in(ids(deals))));
    }

    private HandoverCounts contacts(List<Contact> contacts) {
        save(
                Contact.TYPE,
                contacts.stream()
                        .map(contact -> contact.with(Contact.OWNER, to))
                        .toList());
        return HandoverCounts.of(
                HandoverKind.CONTACTS, contacts.size(), tasksAbout(SalesTask.CONTACT.in(ids(contacts))));
    }

    private HandoverCounts partners(List<Partner> partners) {
        save(
                Partner.TYPE,
                partners.stream()
                        .map(partner -> partner.with(Partner.MANAGER, to))
                        .toList());
        return HandoverCounts.of(HandoverKind.PARTNERS, partners.size(), 0);
    }

    private HandoverCounts leads(List<Lead> leads) {
        save(Lead.TYPE, leads.stream().map(lead -> lead.with(Lead.OWNER, to)).toList());
        return HandoverCounts.of(HandoverKind.LEADS, leads.size(), tasksAbout(SalesTask.LEAD.in(ids(leads))));
    }

    private HandoverCounts tasks(List<Task> tasks) {
        save(
                Task.TYPE,
                tasks.stream().map(task -> task.with(SalesTask.ASSIGNEE, to)).toList());
        return HandoverCounts.of(HandoverKind.TASKS, tasks.size(), 0);
    }

    private long tasksAbout(Criteria about) {
        long passed = 0;
        List<Task> next;
        do {
            next = next(Task.TYPE, tasks().and(about), TASK_BATCH_SIZE);
            passed += tasks(next).tasks();
        } while (next.size() == TASK_BATCH_SIZE);
        return passed;
    }

    private HandoverCounts memberships(List<TeamMember> members) {
        Repository<TeamMember> stored = tx.repository(TeamMember.TYPE);
        List<TeamMember> passed = new ArrayList<>();
        for (TeamMember member : members) {
            Id<Account> account = member.get(TeamMember.ACCOUNT);
            Criteria same = account != null
                    ? TeamMember.ACCOUNT.is(account)
                    : TeamMember.OPPORTUNITY.is(member.require(TeamMember.OPPORTUNITY));
            if (stored.query(same.and(TeamMember.REP.is(to))).count() == 0) {
                passed.add(member.with(TeamMember.REP, to));
            } else {
                stored.remove(member);
            }
        }
        save(TeamMember.TYPE, passed);
        return HandoverCounts.of(HandoverKind.MEMBERSHIPS, members.size(), 0);
    }

    private Criteria accounts() {
        return Account.OWNER.is(from);
    }

    private Criteria deals() {
        Criteria owned = Opportunity.OWNER.is(from);
        return Opportunity.KIND
                .is(StageKind.OPEN)
                .and(credit == CreditRule.STAYS ? owned : owned.or(Opportunity.CREDITED_REPS.has(from.toString())));
    }

    private Criteria contacts() {
        return Contact.OWNER.is(from);
    }

    private Criteria partners() {
        return Partner.MANAGER.is(from);
    }

    private Criteria leads() {
        return Lead.OWNER.is(from).and(Lead.STATUS.isNot(LeadStatus.CONVERTED));
    }

    private Criteria tasks() {
        return Task.open().and(SalesTask.ASSIGNEE.is(from));
    }

    private Criteria memberships() {
        return TeamMember.REP.is(from);
    }

    private <T extends Entity<T>> Selection<T> all(EntityType<T> type, Criteria criteria) {
        return tx.repository(type).query(criteria);
    }

    private <T extends Entity<T>> List<T> next(EntityType<T> type, Criteria criteria, int atMost) {
        return all(type, criteria.and(tx.policy().writable(tx.actor(), type.name())))
                .page(atMost)
                .items();
    }

    private <T extends Entity<T>> void save(EntityType<T> type, List<T> changed) {
        if (!changed.isEmpty()) {
            tx.repository(type).saveAll(changed);
        }
    }

    private static <T extends Entity<T>> List<Id<T>> ids(List<T> records) {
        return records.stream().map(Entity::id).toList();
    }
}
