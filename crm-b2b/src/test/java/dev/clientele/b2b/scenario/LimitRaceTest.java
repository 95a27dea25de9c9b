package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.deal.quote.QuoteStatus;
import dev.clientele.core.entity.Entity;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.Race;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of discount limits when 32 give discounts at once. */
@ParameterizedClass
@EnumSource(Store.class)
class LimitRaceTest extends StockedTest {

    private DiscountLimit limit;
    private List<Opportunity> deals;

    LimitRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void deals_with_a_discount_of_a_quarter_and_a_limit_of_a_half() {
        limit = b2b.deals().discountLimits().add(DiscountLimit.of("overall", "0.50"));
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(
                        standard.stage("propose").withEntryGate(Gate.open().withinLimits())));
        deals = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> b2b.deals().open(account("Customer " + i), pipeline, "Deal", eur("1")))
                .map(deal -> b2b.deals()
                        .lines()
                        .add(deal, turbine, decimal("1"), line -> line.withDiscount(Discount.percent("25"))))
                .toList();
    }

    /** Tightens the limit, and returns how many records of that moment had been decided by the wider one. */
    private long tighten(Criteria decided, boolean quotes) {
        return session.inTransaction(tx -> {
            tx.repository(DiscountLimit.TYPE).save(limit.with(DiscountLimit.MAX_SHARE, decimal("0.10")));
            return quotes
                    ? tx.repository(Quote.TYPE).query(decided).count()
                    : tx.repository(Opportunity.TYPE).query(decided).count();
        });
    }

    @Test
    void no_quote_is_presented_beyond_a_limit_after_it_was_tightened() {
        List<Quote> drafts =
                deals.stream().map(deal -> b2b.deals().quotes().draft(deal)).toList();
        Criteria presented = Quote.STATUS.is(QuoteStatus.PRESENTED);
        AtomicLong before = new AtomicLong();

        Race.<Object>count(
                i -> {
                    if (i == 7) {
                        before.set(tighten(presented, true));
                        return limit;
                    }
                    return actor(i).deals().quotes().present(drafts.get(i), TODAY);
                },
                UnmetConditionsException.class);

        assertThat(b2b.deals().quotes().query(presented).count()).isEqualTo(before.get());
    }

    @Test
    void no_deal_passes_a_gate_of_limits_after_one_was_tightened() {
        Criteria proposed = Opportunity.STAGE.is("propose");
        AtomicLong before = new AtomicLong();

        Race.<Object>count(
                i -> {
                    if (i == 7) {
                        before.set(tighten(proposed, false));
                        return limit;
                    }
                    return actor(i).deals().advance(deals.get(i), "propose");
                },
                UnmetConditionsException.class);

        assertThat(b2b.deals().query(proposed).count()).isEqualTo(before.get());
    }

    @Test
    void an_excess_is_asked_approval_for_once() {
        tighten(Criteria.always(), false);

        List<List<Approval>> requests =
                Race.all(i -> actor(i).deals().discountLimits().requestApprovals(deals.get(0), ""));

        assertThat(requests)
                .allSatisfy(each -> assertThat(each)
                        .extracting(Entity::id)
                        .containsExactly(requests.get(0).get(0).id()));
        assertThat(b2b.deals().approvals().all().count()).isEqualTo(1);
    }
}
