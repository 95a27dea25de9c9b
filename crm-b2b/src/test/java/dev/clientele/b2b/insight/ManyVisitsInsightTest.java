package dev.clientele.b2b.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.insight.analytics.Funnel;
import dev.clientele.b2b.insight.analytics.WinLoss;
import dev.clientele.b2b.insight.projection.DealPath;
import dev.clientele.b2b.insight.projection.PipelineHistory;
import dev.clientele.core.value.ExchangeRates;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures over a deal whose oldest stage visits have left its record are those over all of its visits. */
@ParameterizedClass
@EnumSource(Store.class)
class ManyVisitsInsightTest extends StoredTest {

    private static final int MOVES = 90;

    private final List<LocalDate> days = new ArrayList<>();
    private Pipeline pipeline;
    private Opportunity deal;
    private Opportunity twin;

    ManyVisitsInsightTest(Store store) {
        super(store);
    }

    /** Moves a deal to and fro, first up to the last open stage and later only between the first two. */
    @BeforeEach
    void move_a_deal_and_a_twin_that_keeps_all_its_visits() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        List<Stage> stages = pipeline.openStages();
        twin = Opportunity.named("Turbines")
                .with(Opportunity.AMOUNT, eur("100"))
                .openedIn(pipeline, clock.instant());
        deal = b2b.deals().add(twin);
        for (int i = 1; i <= MOVES; i++) {
            days.add(today());
            clock.advance(Duration.ofHours(31));
            Stage to = stages.get(i < 20 ? i % stages.size() : i % 2);
            twin = twin.movedTo(pipeline, to, clock.instant());
            deal = deal.movedTo(pipeline, to, clock.instant());
            if (i % 10 == 0) {
                deal = B2b.in(session.forImportOfHistory()).deals().save(deal);
            }
        }
        twin = twin.won(pipeline, clock.instant(), today(), null);
        deal = b2b.deals().win(deal);
        days.add(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return session.clock().getZone();
    }

    @Test
    void funnels_and_cycles_of_any_day_are_those_of_all_visits() {
        ExchangeRates rates = ExchangeRates.none();
        CurrencyUnit eur = CurrencyUnit.EUR;
        for (LocalDate day : days) {
            assertThat(b2b.insight().analytics().funnel(pipeline, day))
                    .isEqualTo(Funnel.of(Stream.of(twin), pipeline, day, zone()));
            assertThat(b2b.insight().analytics().winLoss(day, eur, rates))
                    .isEqualTo(WinLoss.of(Stream.of(twin), day, zone(), eur, rates));
        }
    }

    @Test
    void the_path_of_a_projection_begins_with_the_first_visit() {
        PipelineHistory history =
                b2b.insight().projections().history(pipeline.id(), CurrencyUnit.EUR, ExchangeRates.none());

        assertThat(history.paths())
                .containsExactly(DealPath.of(
                        twin.visits(),
                        zone(),
                        visit -> visit.amount() == null
                                ? 0
                                : visit.amount().getAmount().doubleValue()));
    }

    @Test
    void a_record_alone_tells_of_the_days_of_its_visits_and_refuses_those_before() {
        LocalDate last = days.get(days.size() - 1);

        assertThat(Funnel.of(Stream.of(deal), pipeline, last, zone()))
                .isEqualTo(Funnel.of(Stream.of(twin), pipeline, last, zone()));
        assertThatThrownBy(() -> Funnel.of(Stream.of(deal), pipeline, days.get(20), zone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(deal.id().toString());
    }
}
