package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class StageHistoryPropertyTest {

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private final Pipeline one = Pipeline.standard().withId(Id.of(new UUID(0, 1)));
    private final Pipeline two = Pipeline.standard().withId(Id.of(new UUID(0, 2)));

    /** Where to (by stage position, or 5 for winning and 6 for losing), how many minutes later, and in which pipeline. */
    record Move(int stage, int minutes, boolean other) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-10, 10_000),
                        Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMaxSize(30);
    }

    private Opportunity play(List<Move> moves) {
        return play(Opportunity.named("Deal").openedIn(one, START), moves);
    }

    private Opportunity play(Opportunity opened, List<Move> moves) {
        Opportunity deal = opened;
        Instant now = START;
        for (Move move : moves) {
            now = now.plus(Duration.ofMinutes(move.minutes()));
            Pipeline pipeline = move.other() ? two : one;
            deal = switch (move.stage()) {
                case 5 -> deal.won(pipeline, now, DAY, null);
                case 6 -> deal.lost(pipeline, now, DAY, "price");
                default -> deal.movedTo(pipeline, pipeline.stages().get(move.stage()), now);
            };
        }
        return deal;
    }

    @Property(tries = 300)
    void whatever_the_moves_the_record_can_be_stored(@ForAll("moves") List<Move> moves) {
        assertThat(Opportunity.TYPE.validate(play(moves))).isEmpty();
    }

    @Property(tries = 300)
    void intervals_have_no_gap_and_only_the_last_is_open(@ForAll("moves") List<Move> moves) {
        List<StageInterval> intervals = play(moves).history().intervals();

        assertThat(intervals).hasSize(moves.size() + 1);
        for (int i = 0; i + 1 < intervals.size(); i++) {
            assertThat(intervals.get(i).exitedAt())
                    .contains(intervals.get(i + 1).enteredAt());
        }
        assertThat(intervals.get(intervals.size() - 1).exitedAt()).isEmpty();
    }

    @Property(tries = 300)
    void times_in_stages_add_up_to_the_time_since_the_opening(@ForAll("moves") List<Move> moves) {
        Instant later = START.plus(Duration.ofDays(1000));

        Duration sum = play(moves).history().totalTime(later).values().stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(sum).isEqualTo(Duration.between(START, later));
    }

    @Property(tries = 200)
    void a_move_adds_to_the_history_and_changes_nothing_before(@ForAll("moves") List<Move> moves) {
        List<StageVisit> all = play(moves).visits();

        for (int i = 0; i <= moves.size(); i++) {
            assertThat(play(moves.subList(0, i)).visits()).isEqualTo(all.subList(0, i + 1));
        }
    }

    @Property(tries = 300)
    void at_any_instant_since_its_opening_a_deal_is_in_exactly_one_stage(
            @ForAll("moves") List<Move> moves, @ForAll @LongRange(max = 400_000) long minutes) {
        Instant instant = START.plus(Duration.ofMinutes(minutes));
        StageHistory history = play(moves).history();

        long holding = history.intervals().stream()
                .filter(interval -> !instant.isBefore(interval.enteredAt())
                        && interval.exitedAt().map(instant::isBefore).orElse(true))
                .count();

        assertThat(holding).isEqualTo(1);
        assertThat(history.intervalAt(instant)).isPresent();
        assertThat(history.intervalAt(START.minusSeconds(1))).isEmpty();
    }

    @Property(tries = 200)
    void times_within_each_pipeline_add_up_to_the_whole(@ForAll("moves") List<Move> moves) {
        Instant later = START.plus(Duration.ofDays(1000));
        StageHistory history = play(moves).history();

        for (Stage stage : one.stages()) {
            assertThat(history.inPipeline(one.id())
                            .totalTime(stage.id(), later)
                            .plus(history.inPipeline(two.id()).totalTime(stage.id(), later)))
                    .isEqualTo(history.totalTime(stage.id(), later));
            assertThat(history.inPipeline(one.id()).entryCount(stage.id())
                            + history.inPipeline(two.id()).entryCount(stage.id()))
                    .isEqualTo(history.entryCount(stage.id()));
        }
    }

    @Property(tries = 200)
    void the_latest_stay_is_one_of_all_stays(@ForAll("moves") List<Move> moves) {
        Instant later = START.plus(Duration.ofDays(1000));
        StageHistory history = play(moves).history();

        history.totalTime(later).forEach((stage, time) -> {
            assertThat(history.latestStay(stage, later)).isLessThanOrEqualTo(time);
            if (history.entryCount(stage) == 1) {
                assertThat(history.latestStay(stage, later)).isEqualTo(time);
            }
            assertThat(history.lastEntered(stage).orElseThrow())
                    .isAfterOrEqualTo(history.firstEntered(stage).orElseThrow());
        });
    }

    /** A probability set by hand is what counts whenever the deal is open, and 1 or 0 whenever it isn't. */
    @Property(tries = 200)
    void a_probability_set_by_hand_survives_every_move(@ForAll("moves") List<Move> moves) {
        BigDecimal byHand = Probability.parse("0.4321");

        Opportunity deal = play(Opportunity.named("Deal").openedIn(one, START).withProbability(byHand), moves);

        BigDecimal expected = switch (deal.kind()) {
            case OPEN -> byHand;
            case WON -> Probability.CERTAIN;
            case LOST -> Probability.NEVER;
        };
        assertThat(deal.probability()).isEqualByComparingTo(expected);
        assertThat(deal.get(Opportunity.CLOSE_REASON) == null).isEqualTo(deal.kind() != StageKind.LOST);
    }
}
