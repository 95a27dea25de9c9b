package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.approval.ApprovalDecision;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.deal.quote.QuoteStatus;
import dev.clientele.b2b.deal.quote.Quotes;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.ProcessRace;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/** Deals with their approvals, limits, stakeholders and quotes, which are won and lost at once. */
final class DealDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(standard.stage("contract")
                        .withEntryGate(Gate.open()
                                .requiringApproval(ApprovalRule.of("any", "any deal", Criteria.always())
                                        .covering(Opportunity.AMOUNT)))));
        b2b.contacts().add(Contact.named("Ana Silva"));
        b2b.deals().discountLimits().add(DiscountLimit.of("overall", "0.50"));
        Product product = b2b.catalog().products().add(Product.of("PUMP", "Pump"));
        PriceBook book = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR).asStandard());
        b2b.catalog().prices().add(book, product, PRICE, TODAY.minusYears(1));
        for (int i = 0; i < RECORDS; i++) {
            Account account = b2b.accounts().add(Account.named("Buyer " + i));
            Opportunity deal = b2b.deals()
                    .open(
                            Opportunity.of(account, "Deal " + i)
                                    .with(Opportunity.EXTERNAL_ID, "deal-" + i)
                                    .with(Opportunity.AMOUNT, PRICE),
                            pipeline);
            deal = b2b.deals().lines().add(deal, product, 3);
            b2b.deals().quotes().present(b2b.deals().quotes().draft(deal, "P" + i), TODAY);
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Opportunity deal = b2b.deals().findByExternalId("deal-" + record).orElseThrow();
        Approval request = b2b.deals().approvals().request(deal, "any", "");
        ProcessDecisions.attempt(() -> b2b.deals().approvals().approve(request, ""));
        Contact ana = ProcessDecisions.first(b2b.contacts(), Contact.NAME.is("Ana Silva"));
        b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        b2b.deals().open(Opportunity.named("More"), Pipeline.standard().with(Pipeline.CODE, "fresh-" + record));
        Quotes quotes = b2b.deals().quotes();
        Quote presented = ProcessDecisions.first(quotes, Quote.NUMBER.is("P" + record + "-000001"));
        ProcessDecisions.attempt(() -> {
            if (process % 2 == 0) {
                quotes.accept(presented);
            } else {
                quotes.revise(presented);
            }
        });
        quotes.draft(deal);
        ProcessDecisions.attempt(() -> {
            Opportunity open = b2b.deals().get(deal.id());
            if (process % 2 == 0) {
                b2b.deals().win(open);
            } else {
                b2b.deals().lose(open, "price");
            }
        });
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            Opportunity deal = b2b.deals().findByExternalId("deal-" + i).orElseThrow();
            assertThat(deal.visits()).as("a deal is closed once").hasSize(2);
            List<Approval> requests = b2b.deals().approvals().findByDeal(deal.id());
            assertThat(requests)
                    .as("one request, decided once by another")
                    .hasSize(1)
                    .allSatisfy(request -> {
                        assertThat(request.decision()).isEqualTo(ApprovalDecision.APPROVED);
                        assertThat(request.get(Approval.DECIDED_BY)).isNotEqualTo(request.get(Approval.REQUESTED_BY));
                    });
            assertThat(b2b.deals().stakeholders().findByDeal(deal.id()))
                    .as("one stakeholder")
                    .hasSize(1);
            assertThat(b2b.deals()
                            .pipelines()
                            .query(Pipeline.CODE.is("fresh-" + i))
                            .count())
                    .as("one pipeline of a code")
                    .isEqualTo(1);
            assertThat(b2b.deals().quotes().revisions("P" + i + "-000001"))
                    .as("one draft of a number, and one accepted")
                    .satisfies(revisions -> {
                        assertThat(revisions)
                                .filteredOn(quote -> quote.status() == QuoteStatus.DRAFT)
                                .hasSizeLessThanOrEqualTo(1);
                        assertThat(revisions)
                                .filteredOn(quote -> quote.status() == QuoteStatus.ACCEPTED)
                                .hasSizeLessThanOrEqualTo(1);
                    });
        }
        assertThat(ProcessDecisions.list(b2b.deals().quotes()).stream()
                        .map(Quote::number)
                        .filter(number -> number.startsWith("Q-"))
                        .sorted())
                .as("numbers without a gap")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ProcessRace.PROCESSES * RECORDS)
                        .mapToObj("Q-%06d"::formatted)
                        .toList());
    }
}
