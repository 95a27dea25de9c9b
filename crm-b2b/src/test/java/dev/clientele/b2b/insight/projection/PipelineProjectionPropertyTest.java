package dev.clientele.b2b.insight.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** What holds of every method on any history. */
class PipelineProjectionPropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final LocalDate DAY = START.plusDays(120);
    private static final List<String> STAGES = List.of("a", "b", "c");
    private static final List<ProjectionMethod> METHODS =
            List.of(new HistoricalConversion(), MarkovChain.method(), new AgeInStage(), new LastPeriodByAge());

    @Provide
    Arbitrary<List<DealPath>> tracks() {
        Arbitrary<DealPath> track = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 40).list().ofMaxSize(5),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(StageKind.values()))
                .as(PipelineProjectionPropertyTest::track);
        return track.list().ofMinSize(30).ofMaxSize(80);
    }

    private static DealPath track(int opened, List<Integer> stays, int stage, StageKind end) {
        List<DealPath.StageEntry> steps = new ArrayList<>();
        LocalDate day = START.plusDays(opened);
        steps.add(new DealPath.StageEntry(STAGES.get(stage), StageKind.OPEN, day, opened));
        for (int i = 0; i < stays.size(); i++) {
            day = day.plusDays(stays.get(i));
            steps.add(
                    new DealPath.StageEntry(STAGES.get((stage + i + 1) % STAGES.size()), StageKind.OPEN, day, opened));
        }
        if (end != StageKind.OPEN) {
            steps.add(new DealPath.StageEntry(end.name(), end, day.plusDays(7), opened));
        }
        return new DealPath(steps);
    }

    @Property(tries = 100)
    void every_chance_lies_between_none_and_certainty(@ForAll("tracks") List<DealPath> tracks) {
        PipelineHistory known = new PipelineHistory(tracks).until(DAY);
        for (ProjectionMethod method : METHODS) {
            ProjectionModel chance;
            try {
                chance = method.learn(known, DAY, 30);
            } catch (NotEnoughHistoryException tooLittle) {
                continue;
            }
            for (OpenDealState standing : known.openOn(DAY)) {
                assertThat(chance.probability(standing)).as(method.name()).isBetween(0.0, 1.0 + 1e-9);
            }
        }
    }

    @Property(tries = 50)
    void the_order_of_deals_does_not_matter(@ForAll("tracks") List<DealPath> tracks, @ForAll long seed) {
        List<DealPath> shuffled = new ArrayList<>(tracks);
        Collections.shuffle(shuffled, new Random(seed));
        for (ProjectionMethod method : METHODS) {
            assertThat(wins(method, shuffled)).as(method.name()).isCloseTo(wins(method, tracks), withinRounding());
        }
    }

    @Property(tries = 50)
    void a_longer_look_ahead_never_promises_less_by_age_in_stage(@ForAll("tracks") List<DealPath> tracks) {
        PipelineHistory known = new PipelineHistory(tracks).until(DAY);
        try {
            ProjectionModel near = new AgeInStage().learn(known, DAY, 20);
            ProjectionModel far = new AgeInStage().learn(known, DAY, 40);
            for (OpenDealState standing : known.openOn(DAY)) {
                assertThat(far.probability(standing)).isGreaterThanOrEqualTo(near.probability(standing) - 1e-12);
            }
        } catch (NotEnoughHistoryException tooLittle) {
            assertThat(tooLittle.found()).isLessThan(tooLittle.needed());
        }
    }

    private static double wins(ProjectionMethod method, List<DealPath> tracks) {
        try {
            return PipelineProjection.of(method, new PipelineHistory(tracks), DAY, 30)
                    .wins();
        } catch (NotEnoughHistoryException tooLittle) {
            return 0;
        }
    }

    private static Offset<Double> withinRounding() {
        return Offset.offset(1e-9);
    }
}
