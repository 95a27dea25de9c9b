package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadStatus;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;

/**
 * A kind of record that is assigned.
 *
 * @param name its name in rules
 * @param type the record type
 * @param owner the field of the owner
 * @param load the criteria of an owner's records that count as work and may be assigned
 */
record AssignableType<T extends Entity<T>>(
        AssignmentTarget name, EntityType<T> type, ReferenceField<T, SalesRep> owner, Criteria load) {

    static final AssignableType<Lead> LEADS = new AssignableType<>(
            AssignmentTarget.LEADS,
            Lead.TYPE,
            Lead.OWNER,
            Lead.STATUS
                    .in(List.of(LeadStatus.CONVERTED, LeadStatus.DISQUALIFIED))
                    .negate());

    static final AssignableType<Account> ACCOUNTS =
            new AssignableType<>(AssignmentTarget.ACCOUNTS, Account.TYPE, Account.OWNER, Criteria.always());

    static final AssignableType<Opportunity> DEALS = new AssignableType<>(
            AssignmentTarget.DEALS, Opportunity.TYPE, Opportunity.OWNER, Opportunity.KIND.is(StageKind.OPEN));

    static AssignableType<?> of(AssignmentTarget name) {
        return switch (name) {
            case LEADS -> LEADS;
            case ACCOUNTS -> ACCOUNTS;
            case DEALS -> DEALS;
        };
    }
}
