package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageSession;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** However many stages a deal has been in, it moves and closes, and its record stays small. */
@ParameterizedClass
@EnumSource(Store.class)
class ManyVisitsTest extends StoredTest {

    private Pipeline pipeline;
    private Opportunity deal;

    ManyVisitsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("100"));
    }

    private Opportunity next(Opportunity from, int i) {
        clock.advance(Duration.ofMinutes(7 + i % 5));
        List<Stage> stages = pipeline.openStages();
        return from.movedTo(pipeline, stages.get((i * i + 1) % stages.size()), clock.instant());
    }

    private Opportunity draft(int moves) {
        Opportunity draft = Opportunity.named("Pumps").openedIn(pipeline, clock.instant());
        for (int i = 0; i < moves; i++) {
            draft = next(draft, i);
        }
        return draft;
    }

    private int bodyLength(Opportunity stored) {
        try (StorageSession reading = storage.read(session.tenant())) {
            Document document =
                    reading.find(Opportunity.TYPE.name(), stored.id().value()).orElseThrow();
            return document.body().length();
        }
    }

    @Test
    void a_deal_with_a_thousand_visits_still_closes() {
        Opportunity many = B2b.in(session.forImportOfHistory()).deals().add(draft(Opportunity.MAX_VISITS - 1));
        assertThat(many.visits()).hasSize(Opportunity.MAX_VISITS);

        Opportunity won = b2b.deals().win(many);

        assertThat(won.kind()).isEqualTo(StageKind.WON);
        assertThat(new StageVisitLog(session).visits(won))
                .hasSize(Opportunity.MAX_VISITS + 1)
                .startsWith(many.visits().get(0), many.visits().get(1));
        assertThat(b2b.deals().reopen(won).isOpen()).isTrue();
    }

    @Test
    void a_record_is_as_large_after_three_hundred_visits_as_after_fifty() {
        int fifty = 0;
        for (int i = 0; i < 299; i++) {
            deal = B2b.in(session.forImportOfHistory()).deals().save(next(deal, i));
            fifty = deal.earlierVisits().isEmpty() ? bodyLength(deal) : fifty;
            assertThat(deal.visits()).hasSizeLessThanOrEqualTo(Opportunity.VISITS_IN_RECORD);
        }

        assertThat(deal.earlierVisits().orElseThrow().count() + deal.visits().size())
                .isEqualTo(300);
        assertThat(bodyLength(deal)).isLessThan(fifty + 4000);
    }

    @Test
    void the_history_is_exact_however_many_visits_have_left_the_record() {
        Opportunity twin = draft(0);
        deal = b2b.deals().add(twin);
        for (int i = 0; i < 170; i++) {
            twin = next(twin, i);
            deal = B2b.in(session.forImportOfHistory())
                    .deals()
                    .save(deal.movedTo(pipeline, pipeline.stage(twin.stage()), clock.instant()));
        }
        StageHistory exact = twin.history();
        StageHistory history = b2b.deals().get(deal.id()).history();
        clock.advance(Duration.ofDays(1));

        assertThat(history.earlier()).isPresent();
        assertThat(history.totalTime(clock.instant())).isEqualTo(exact.totalTime(clock.instant()));
        assertThat(history.cycleTime(clock.instant())).isEqualTo(exact.cycleTime(clock.instant()));
        assertThat(history.backwardMoves()).isEqualTo(exact.backwardMoves());
        assertThat(history.furthestOpen(pipeline.id())).isEqualTo(exact.furthestOpen(pipeline.id()));
        for (Stage stage : pipeline.stages()) {
            String id = stage.id();
            assertThat(history.entryCount(id)).isEqualTo(exact.entryCount(id));
            assertThat(history.firstEntered(id)).isEqualTo(exact.firstEntered(id));
            assertThat(history.lastEntered(id)).isEqualTo(exact.lastEntered(id));
            assertThat(history.lastExited(id)).isEqualTo(exact.lastExited(id));
            assertThat(history.latestStay(id, clock.instant())).isEqualTo(exact.latestStay(id, clock.instant()));
        }
        assertThat(new StageVisitLog(session).visits(deal)).isEqualTo(twin.visits());
        assertThat(new StageVisitLog(session).history(deal).intervals()).isEqualTo(exact.intervals());
    }

    @Test
    void nobody_can_rewrite_or_forge_the_totals_of_earlier_visits() {
        for (int i = 0; i < 60; i++) {
            deal = B2b.in(session.forImportOfHistory()).deals().save(next(deal, i));
        }
        EarlierVisits earlier = deal.earlierVisits().orElseThrow();
        EarlierVisits forged = new EarlierVisits(earlier.count(), earlier.openedAt(), earlier.stages(), List.of());

        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.EARLIER_VISITS, forged)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.deals().save(deal.without(Opportunity.EARLIER_VISITS)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.deals()
                        .add(draft(0).with(
                                        Opportunity.EARLIER_VISITS,
                                        new EarlierVisits(
                                                1, draft(0).require(Opportunity.OPENED_AT), List.of(), List.of()))))
                .isInstanceOf(InvalidException.class);
    }
}
