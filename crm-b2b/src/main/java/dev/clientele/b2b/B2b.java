package dev.clientele.b2b;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.activity.Notes;
import dev.clientele.b2b.catalog.Price;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.PriceBooks;
import dev.clientele.b2b.catalog.Prices;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.catalog.Products;
import dev.clientele.b2b.coverage.assignment.AssignmentRule;
import dev.clientele.b2b.coverage.assignment.AssignmentTurn;
import dev.clientele.b2b.coverage.assignment.Assignments;
import dev.clientele.b2b.coverage.handover.Handover;
import dev.clientele.b2b.coverage.handover.Handovers;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.coverage.team.TeamMembers;
import dev.clientele.b2b.coverage.territory.TerritoryRule;
import dev.clientele.b2b.coverage.territory.TerritoryRules;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.approval.Approvals;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.limit.DiscountLimits;
import dev.clientele.b2b.deal.pipeline.DealLines;
import dev.clientele.b2b.deal.pipeline.Opportunities;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Pipelines;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.deal.quote.QuoteNumberSeries;
import dev.clientele.b2b.deal.quote.Quotes;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.deal.stakeholder.Stakeholders;
import dev.clientele.b2b.insight.analytics.Analytics;
import dev.clientele.b2b.insight.forecast.ForecastAdjustment;
import dev.clientele.b2b.insight.forecast.ForecastSnapshot;
import dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry;
import dev.clientele.b2b.insight.forecast.Forecasts;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.insight.projection.PipelineProjections;
import dev.clientele.b2b.insight.winning.WinProbabilities;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadScoreCard;
import dev.clientele.b2b.lead.Leads;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.DealRegistrations;
import dev.clientele.b2b.partner.Partner;
import dev.clientele.b2b.partner.PartnerInfluence;
import dev.clientele.b2b.partner.Partners;
import dev.clientele.b2b.partner.ProspectClaim;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.contract.Contracts;
import dev.clientele.b2b.revenue.health.HealthChecks;
import dev.clientele.b2b.revenue.health.SurveyResponse;
import dev.clientele.b2b.revenue.health.Surveys;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.b2b.revenue.order.Orders;
import dev.clientele.b2b.revenue.whitespace.InstalledBase;
import dev.clientele.b2b.segment.RecordSegment;
import dev.clientele.b2b.segment.RecordSegments;
import dev.clientele.b2b.task.Task;
import dev.clientele.b2b.task.Tasks;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Teams;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TypeSet;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import java.util.List;
import java.util.Objects;

/**
 * The door to selling to businesses: what a session can do there. Cheap; thread-safe unless the session is that of a
 * transaction, which does several steps as one:
 *
 * <pre>{@code
 * session.runInTransaction(tx -> {
 *     Account account = B2b.in(tx).accounts().add(Account.named("Globex"));
 *     B2b.in(tx).opportunities().open(account, Pipeline.standard(), "Turbines", amount);
 * });
 * }</pre>
 */
public final class B2b {

    private final CrmSession session;

    private B2b(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** All types of this module, for {@code Crm.on(storage).types(B2b.types())}. */
    public static TypeSet types() {
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
                        Task.TYPE,
                        TeamMember.TYPE,
                        Handover.TYPE,
                        RecordSegment.TYPE,
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
                .with(SurveyResponse.TYPE)
                .with(ForecastSnapshotEntry.TYPE);
    }

    /** What a session can do. */
    public static B2b in(CrmSession session) {
        return new B2b(session);
    }

    /** Accounts. */
    public Accounts accounts() {
        return new Accounts(session);
    }

    /** Contacts, and at which accounts they are what. */
    public Contacts contacts() {
        return new Contacts(session);
    }

    /** Leads: who may become a contact. */
    public Leads leads() {
        return new Leads(session, List.of(Tasks.conversionStep()));
    }

    /** Rules by which leads are scored. */
    public Repository<LeadScoreCard> scoreCards() {
        return session.repository(LeadScoreCard.TYPE);
    }

    /** Pipelines. */
    public Pipelines pipelines() {
        return new Pipelines(session);
    }

    /** Deals. */
    public Opportunities opportunities() {
        return new Opportunities(
                session, List.of(Stakeholders.gateFacts(), Approvals.gateFacts(), DiscountLimits.gateFacts()));
    }

    /** What deals consist of. */
    public DealLines dealLines() {
        return new DealLines(session);
    }

    /** The people who decide on deals. */
    public Stakeholders stakeholders() {
        return new Stakeholders(session);
    }

    /** Requests for approval. */
    public Approvals approvals() {
        return new Approvals(session);
    }

    /** Forecasts. */
    public Forecasts forecast() {
        return new Forecasts(session);
    }

    /** What the open deals will come to, by several methods side by side. */
    public PipelineProjections projections() {
        return new PipelineProjections(session);
    }

    /** What the deals so far say. */
    public Analytics analytics() {
        return Analytics.in(session);
    }

    /** How likely open deals are won, learned from closed ones. */
    public WinProbabilities winProbabilities() {
        return new WinProbabilities(session);
    }

    /** Contracts and the revenue that comes again. */
    public Contracts contracts() {
        return new Contracts(session);
    }

    /** What is sold. */
    public Products products() {
        return new Products(session);
    }

    /** Price books. */
    public PriceBooks priceBooks() {
        return new PriceBooks(session);
    }

    /** What products cost in price books. */
    public Prices prices() {
        return new Prices(session);
    }

    /** How much may be given away without asking. */
    public DiscountLimits discountLimits() {
        return new DiscountLimits(session);
    }

    /** Quotes. */
    public Quotes quotes() {
        return new Quotes(session);
    }

    /** Records that were put into others, and may be taken out again. */
    public Merges merges() {
        return new Merges(session);
    }

    /** Orders. */
    public Orders orders() {
        return new Orders(session);
    }

    /** Who works on which accounts and deals. */
    public TeamMembers teamMembers() {
        return new TeamMembers(session);
    }

    /** Accounts by what they have in common. */
    public RecordSegments segments() {
        return new RecordSegments(session);
    }

    /** Which account lies in which territory, by rules. */
    public TerritoryRules territoryRules() {
        return new TerritoryRules(session);
    }

    /** Who gets leads, accounts and deals, by rules. */
    public Assignments assignments() {
        return new Assignments(session);
    }

    /** What passes from one sales representative to another. */
    public Handovers handovers() {
        return new Handovers(session);
    }

    /** What is to be done. */
    public Tasks tasks() {
        return new Tasks(session);
    }

    /** What people write down about records. */
    public Notes notes() {
        return new Notes(session);
    }

    /** What customers answered when asked. */
    public Surveys surveys() {
        return new Surveys(session);
    }

    /** How accounts are doing. */
    public HealthChecks healthChecks() {
        return HealthChecks.in(session);
    }

    /** What accounts have, and what they haven't. */
    public InstalledBase installedBase() {
        return new InstalledBase(session);
    }

    /** Partners, and what they bring. */
    public Partners partners() {
        return new Partners(session);
    }

    /** What partners are selling to whom. */
    public DealRegistrations dealRegistrations() {
        return new DealRegistrations(session);
    }

    /** Who is led by whom, and which territories are part of which. */
    public Teams teams() {
        return new Teams(session);
    }

    /** Sales representatives. */
    public Repository<SalesRep> salesReps() {
        return session.repository(SalesRep.TYPE);
    }

    /** Territories. */
    public Repository<Territory> territories() {
        return session.repository(Territory.TYPE);
    }
}
