package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.value.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot shows one moment, whatever is moved from deal to deal meanwhile. */
@ParameterizedClass
@EnumSource(Store.class)
class SnapshotRaceTest extends StoredTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
    private static final int DEALS = 2100;

    private final AtomicBoolean finished = new AtomicBoolean();

    SnapshotRaceTest(Store store) {
        super(store);
    }

    @Test
    void a_snapshot_taken_while_money_moves_from_deal_to_deal_has_the_total_of_one_moment() throws Exception {
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        List<Opportunity> drafts = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            drafts.add(Opportunity.named("Deal " + i)
                    .with(Opportunity.AMOUNT, eur("100"))
                    .with(Opportunity.CLOSE_DATE, DAY)
                    .openedIn(pipeline, NOW));
        }
        List<Opportunity> deals = b2b.deals().addAll(drafts);
        ExecutorService mover = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> moved = mover.submit(() -> moveMoney(deals.get(0), deals.get(DEALS - 1)));
            ForecastSnapshots snapshots = b2b.insight().forecast().snapshots();
            for (int i = 0; i < 8; i++) {
                ForecastSnapshot snapshot = snapshots.take(
                        "number " + i,
                        ForecastPeriod.between(DAY, DAY.plusDays(1)),
                        CurrencyUnit.EUR,
                        ExchangeRates.none());
                BigDecimal total = snapshots.entries(snapshot.id()).stream()
                        .map(entry -> entry.value().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

                assertThat(total).isEqualByComparingTo(BigDecimal.valueOf(100L * DEALS));
                assertThat(snapshot.get(ForecastSnapshot.DEALS)).isEqualTo((long) DEALS);
            }
            finished.set(true);
            assertThat(moved.get()).isPositive();
        } finally {
            finished.set(true);
            mover.shutdownNow();
        }
    }

    private int moveMoney(Opportunity first, Opportunity last) {
        int moves = 0;
        while (!finished.get() || moves == 0) {
            boolean there = moves % 2 == 0;
            session.runInTransaction(tx -> {
                Repository<Opportunity> deals = tx.repository(Opportunity.TYPE);
                deals.saveAll(List.of(
                        deals.get(first.id()).with(Opportunity.AMOUNT, eur(there ? "0" : "100")),
                        deals.get(last.id()).with(Opportunity.AMOUNT, eur(there ? "200" : "100"))));
            });
            moves++;
        }
        return moves;
    }
}
