package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.approval.ApprovalDecision;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import java.math.BigDecimal;

/** Deals beyond a discount limit, for which approval is asked at once and which are advanced at once. */
final class LimitDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        b2b.deals().discountLimits().add(DiscountLimit.of("tight", "0.10"));
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(standard.stage("propose")
                                .withEntryGate(Gate.open().withinLimits()))
                        .with(Pipeline.CODE, "limited"));
        Product product = b2b.catalog().products().findByCode("PUMP").orElseThrow();
        for (int i = 0; i < RECORDS; i++) {
            Opportunity deal = b2b.deals()
                    .open(
                            Opportunity.named("Limited")
                                    .with(Opportunity.EXTERNAL_ID, "limited-" + i)
                                    .with(Opportunity.AMOUNT, PRICE),
                            pipeline);
            b2b.deals().lines().add(deal, product, BigDecimal.ONE, line -> line.withDiscount(Discount.percent("25")));
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Opportunity deal = b2b.deals().findByExternalId("limited-" + record).orElseThrow();
        b2b.deals().discountLimits().requestApprovals(deal, "");
        ProcessDecisions.attempt(() -> b2b.deals().advance(deal, "propose"));
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            Opportunity deal = b2b.deals().findByExternalId("limited-" + i).orElseThrow();
            assertThat(b2b.deals().approvals().findByDeal(deal.id()))
                    .as("an excess is asked approval for once")
                    .hasSize(1)
                    .allSatisfy(request -> assertThat(request.decision()).isEqualTo(ApprovalDecision.PENDING));
            assertThat(deal.stage()).as("no deal passes beyond a limit").isEqualTo("qualify");
        }
    }
}
