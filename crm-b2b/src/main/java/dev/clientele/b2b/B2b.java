package dev.clientele.b2b;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.analytics.Analytics;
import dev.clientele.b2b.approval.Approval;
import dev.clientele.b2b.approval.Approvals;
import dev.clientele.b2b.assignment.AssignmentRule;
import dev.clientele.b2b.assignment.AssignmentTurn;
import dev.clientele.b2b.assignment.Assignments;
import dev.clientele.b2b.channel.DealRegistration;
import dev.clientele.b2b.channel.DealRegistrations;
import dev.clientele.b2b.channel.Partner;
import dev.clientele.b2b.channel.PartnerInfluence;
import dev.clientele.b2b.channel.Partners;
import dev.clientele.b2b.channel.ProspectClaim;
import dev.clientele.b2b.contract.Contract;
import dev.clientele.b2b.contract.Contracts;
import dev.clientele.b2b.discount.DiscountLimit;
import dev.clientele.b2b.discount.DiscountLimits;
import dev.clientele.b2b.forecast.Adjustment;
import dev.clientele.b2b.forecast.Forecasts;
import dev.clientele.b2b.forecast.Quota;
import dev.clientele.b2b.forecast.Snapshot;
import dev.clientele.b2b.forecast.SnapshotEntry;
import dev.clientele.b2b.handover.Handover;
import dev.clientele.b2b.handover.Handovers;
import dev.clientele.b2b.health.HealthChecks;
import dev.clientele.b2b.health.SurveyAnswer;
import dev.clientele.b2b.health.Surveys;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.Leads;
import dev.clientele.b2b.lead.ScoreCard;
import dev.clientele.b2b.member.Member;
import dev.clientele.b2b.member.Members;
import dev.clientele.b2b.merge.Merge;
import dev.clientele.b2b.merge.MergeStep;
import dev.clientele.b2b.merge.Merges;
import dev.clientele.b2b.note.Notes;
import dev.clientele.b2b.order.Order;
import dev.clientele.b2b.order.Orders;
import dev.clientele.b2b.outlook.Outlooks;
import dev.clientele.b2b.pipeline.DealLines;
import dev.clientele.b2b.pipeline.Opportunities;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.pipeline.Pipelines;
import dev.clientele.b2b.probability.WinProbabilities;
import dev.clientele.b2b.product.Price;
import dev.clientele.b2b.product.PriceBook;
import dev.clientele.b2b.product.PriceBooks;
import dev.clientele.b2b.product.Prices;
import dev.clientele.b2b.product.Product;
import dev.clientele.b2b.product.Products;
import dev.clientele.b2b.quote.Quote;
import dev.clientele.b2b.quote.QuoteSeries;
import dev.clientele.b2b.quote.Quotes;
import dev.clientele.b2b.segment.AccountSegment;
import dev.clientele.b2b.segment.Segments;
import dev.clientele.b2b.stakeholder.Stakeholder;
import dev.clientele.b2b.stakeholder.Stakeholders;
import dev.clientele.b2b.task.Task;
import dev.clientele.b2b.task.Tasks;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Teams;
import dev.clientele.b2b.team.Territory;
import dev.clientele.b2b.territory.TerritoryRule;
import dev.clientele.b2b.territory.TerritoryRules;
import dev.clientele.b2b.whitespace.Holdings;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TypeSet;
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
                        Member.TYPE,
                        Handover.TYPE,
                        AccountSegment.TYPE,
                        TerritoryRule.TYPE,
                        AssignmentRule.TYPE,
                        AssignmentTurn.TYPE,
                        ScoreCard.TYPE,
                        Quota.TYPE,
                        Adjustment.TYPE,
                        Snapshot.TYPE,
                        Contract.TYPE,
                        Partner.TYPE,
                        PartnerInfluence.TYPE,
                        DealRegistration.TYPE,
                        ProspectClaim.TYPE,
                        Product.TYPE,
                        PriceBook.TYPE,
                        Price.TYPE,
                        DiscountLimit.TYPE,
                        QuoteSeries.TYPE,
                        Quote.TYPE)
                .with(Order.TYPE)
                .with(SurveyAnswer.TYPE)
                .with(SnapshotEntry.TYPE);
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
        return new Leads(session, List.of(Tasks.afterConversion()));
    }

    /** Rules by which leads are scored. */
    public Repository<ScoreCard> scoreCards() {
        return session.repository(ScoreCard.TYPE);
    }

    /** Pipelines. */
    public Pipelines pipelines() {
        return new Pipelines(session);
    }

    /** Deals. */
    public Opportunities opportunities() {
        return new Opportunities(session, List.of(Stakeholders.facts(), Approvals.facts(), DiscountLimits.facts()));
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
    public Outlooks outlooks() {
        return new Outlooks(session);
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
    public Members members() {
        return new Members(session);
    }

    /** Accounts by what they have in common. */
    public Segments segments() {
        return new Segments(session);
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
    public Holdings holdings() {
        return new Holdings(session);
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
