package dev.clientele.b2b;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.activity.Activities;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.activity.SalesTasks;
import dev.clientele.b2b.catalog.Catalog;
import dev.clientele.b2b.catalog.Price;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.coverage.Coverage;
import dev.clientele.b2b.coverage.assignment.AssignmentRule;
import dev.clientele.b2b.coverage.assignment.AssignmentTurn;
import dev.clientele.b2b.coverage.handover.Handover;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.coverage.territory.TerritoryRule;
import dev.clientele.b2b.deal.Deals;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.approval.FourEyesRule;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.pipeline.ArchivedStageVisit;
import dev.clientele.b2b.deal.pipeline.CreditedRepRemovalRule;
import dev.clientele.b2b.deal.pipeline.CreditedRepRule;
import dev.clientele.b2b.deal.pipeline.GateFactSource;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.deal.quote.QuoteDecisionRule;
import dev.clientele.b2b.deal.quote.QuoteNumberSeries;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.insight.Insight;
import dev.clientele.b2b.insight.forecast.ForecastAdjustment;
import dev.clientele.b2b.insight.forecast.ForecastSnapshot;
import dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadScoreCard;
import dev.clientele.b2b.lead.Leads;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.Partner;
import dev.clientele.b2b.partner.PartnerInfluence;
import dev.clientele.b2b.partner.Partners;
import dev.clientele.b2b.partner.ProspectClaim;
import dev.clientele.b2b.revenue.Revenue;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.contract.ContractTermRule;
import dev.clientele.b2b.revenue.health.AccountSurvey;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Teams;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import java.util.List;
import java.util.Objects;

/**
 * The entry point to selling to businesses. Cheap; thread-safe unless the session is that of a
 * transaction, which does several steps as one:
 *
 * <pre>{@code
 * session.runInTransaction(tx -> {
 *     Account account = B2b.in(tx).accounts().add(Account.named("Globex"));
 *     B2b.in(tx).deals().open(account, Pipeline.standard(), "Turbines", amount);
 * });
 * }</pre>
 */
public final class B2b {

    private final CrmSession session;

    private B2b(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Returns all record and event types of this module with the rules over their writes, for {@code
     * Crm.on(storage).types(B2b.types())}.
     *
     * @param gateFacts the host's own sources of facts for gates, beside stakeholders, approvals and discount limits
     */
    public static TypeSet types(GateFactSource... gateFacts) {
        return TypeSet.of(
                        Territory.TYPE,
                        SalesRep.TYPE,
                        Account.TYPE,
                        Contact.TYPE,
                        AccountContact.TYPE,
                        Merge.TYPE,
                        MergeStep.TYPE,
                        Pipeline.TYPE,
                        Opportunity.TYPE,
                        Approval.TYPE,
                        Stakeholder.TYPE,
                        Lead.TYPE,
                        SalesTask.TYPE,
                        TeamMember.TYPE,
                        Handover.TYPE,
                        Accounts.SEGMENT_TYPE,
                        TerritoryRule.TYPE,
                        AssignmentRule.TYPE,
                        AssignmentTurn.TYPE,
                        LeadScoreCard.TYPE,
                        Quota.TYPE,
                        ForecastAdjustment.TYPE,
                        ForecastSnapshot.TYPE,
                        Contract.TYPE,
                        Partner.TYPE,
                        PartnerInfluence.TYPE,
                        DealRegistration.TYPE,
                        ProspectClaim.TYPE,
                        Product.TYPE,
                        PriceBook.TYPE,
                        Price.TYPE,
                        DiscountLimit.TYPE,
                        QuoteNumberSeries.TYPE,
                        Quote.TYPE)
                .with(Order.TYPE)
                .with(AccountSurvey.TYPE)
                .with(ForecastSnapshotEntry.TYPE)
                .with(ArchivedStageVisit.TYPE)
                .with(Approval.TYPE, new FourEyesRule())
                .with(Contract.TYPE, new ContractTermRule())
                .with(Quote.TYPE, new QuoteDecisionRule())
                .with(Opportunity.TYPE, Deals.stageTransitionRule(gateFacts))
                .with(Opportunity.TYPE, new CreditedRepRule())
                .with(SalesRep.TYPE, new CreditedRepRemovalRule());
    }

    /** Returns the entry point for a session; inside a transaction, for that transaction. */
    public static B2b in(CrmSession session) {
        return new B2b(session);
    }

    /** Returns the accounts. */
    public Accounts accounts() {
        return new Accounts(session);
    }

    /** Returns the contacts and their roles at accounts. */
    public Contacts contacts() {
        return new Contacts(session);
    }

    /** Returns the leads; a lead's open tasks go along when it is converted. */
    public Leads leads() {
        return new Leads(session, List.of(SalesTasks.conversionStep()));
    }

    /** Returns the deals with their pipelines, line items, stakeholders, approvals, quotes and discount limits. */
    public Deals deals() {
        return new Deals(session);
    }

    /** Returns the catalog: products, price books and prices. */
    public Catalog catalog() {
        return new Catalog(session);
    }

    /** Returns the revenue of existing customers: contracts, orders, installed base, account health. */
    public Revenue revenue() {
        return new Revenue(session);
    }

    /** Returns the figures about the pipeline: forecasts, projections, analytics, win probabilities. */
    public Insight insight() {
        return new Insight(session);
    }

    /** Returns the sales coverage: team members, territory rules, assignment, handovers. */
    public Coverage coverage() {
        return new Coverage(session);
    }

    /** Returns the partners, with what they sourced, influenced and registered. */
    public Partners partners() {
        return new Partners(session);
    }

    /** Returns the sales teams: representatives with their managers, territories with their parts. */
    public Teams teams() {
        return new Teams(session);
    }

    /** Returns the tasks and notes. */
    public Activities activity() {
        return new Activities(session);
    }

    /** Returns the merges of duplicate records, which can be undone. */
    public Merges merges() {
        return new Merges(session);
    }
}
