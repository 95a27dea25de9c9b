package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls about a vessel and its sister, and sightings of both, several at each time. */
class MergedTimelineTest {

    private static final Channel SEEN = Channel.parse("sighting");
    private static final int EACH = 20;

    private final SetClock clock = new SetClock(StoredTest.NOW);
    private final CrmSession session = Crm.on(MemoryStorage.create())
            .type(Vessel.TYPE)
            .type(Sighting.TYPE)
            .clock(clock)
            .build()
            .session(StoredTest.ACME, Actor.user("alice"));
    private final Vessel aurora = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
    private final Vessel sister = session.repository(Vessel.TYPE).add(Vessel.named("Sister"));
    private final MergedTimeline timeline = MergedTimeline.of(session.eventLog(Interaction.TYPE), this::both, clock)
            .with(session.eventLog(Sighting.TYPE), SEEN, MergedTimelineTest::interaction);

    private Set<UUID> both() {
        return new LinkedHashSet<>(List.of(aurora.id().value(), sister.id().value()));
    }

    private static Interaction interaction(Sighting sighting) {
        String[] key = sighting.key().split(":", 2);
        return Interaction.of(
                        SEEN,
                        Direction.INTERNAL,
                        sighting.occurredAt(),
                        sighting.subjects().stream().map(Id::of).findFirst().orElseThrow())
                .withExternalId(key[0], key[1])
                .with(Interaction.TITLE, "Sighting");
    }

    @BeforeEach
    void record() {
        for (int i = 0; i < EACH; i++) {
            Vessel vessel = i % 2 == 0 ? aurora : sister;
            Instant at = StoredTest.NOW.minus(Duration.ofHours(i / 4));
            session.timeline()
                    .record(Interaction.of(Channel.CALL, Direction.OUTBOUND, at, aurora.id())
                            .withSubject(vessel.id())
                            .withExternalId("log", "number-" + i));
            session.eventLog(Sighting.TYPE)
                    .record(Sighting.of(vessel.id(), at, Sighting.Station.HARBOUR)
                            .withExternalId("log", "number-" + i)); // the same key in two logs
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 39, 40, 41})
    void pages_of_any_size_follow_each_other_without_gap_or_repetition(int size) {
        List<Interaction> read = new ArrayList<>();
        Optional<Page<Interaction>> page = Optional.of(timeline.page(size));
        while (page.isPresent()) {
            assertThat(page.get().items()).hasSizeBetween(1, size);
            read.addAll(page.get().items());
            page = page.get().next().map(next -> timeline.page(size, next));
        }

        assertThat(read)
                .hasSize(2 * EACH)
                .isEqualTo(timeline.page(100).items())
                .isSortedAccordingTo((one, other) -> other.occurredAt().compareTo(one.occurredAt()));
    }

    @Test
    void what_is_about_both_counts_once() {
        assertThat(timeline.count()).isEqualTo(2 * EACH);
        assertThat(timeline.onChannel(Channel.CALL).count()).isEqualTo(EACH);
        assertThat(timeline.onChannel(SEEN).count()).isEqualTo(EACH);
        assertThat(timeline.onChannel(Channel.EMAIL).count()).isZero();
        try (Stream<Interaction> all = timeline.stream()) {
            assertThat(all).hasSize(2 * EACH);
        }
    }

    @Test
    void criteria_are_asked_of_other_logs_too() {
        assertThat(timeline.where(Interaction.DIRECTION.is(Direction.INTERNAL))
                        .page(100)
                        .items())
                .hasSize(EACH)
                .extracting(Interaction::channel)
                .containsOnly(SEEN);
        assertThat(timeline.where(Interaction.DIRECTION.is(Direction.OUTBOUND)).count())
                .isEqualTo(EACH);
    }

    @Test
    void a_timeline_of_one_id_is_counted_by_the_database() {
        MergedTimeline one = MergedTimeline.of(
                        session.eventLog(Interaction.TYPE),
                        () -> Set.of(sister.id().value()),
                        clock)
                .with(session.eventLog(Sighting.TYPE), SEEN, sighting -> {
                    throw new AssertionError("a sighting was read");
                });

        assertThat(one.count()).isEqualTo(EACH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void a_limit_out_of_range_is_refused(int limit) {
        assertThatThrownBy(() -> timeline.page(limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "nonsense!", "MjAyNw", "MjAyNwphCmI"})
    void a_damaged_token_is_refused(String token) {
        assertThatThrownBy(() -> timeline.page(5, token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }
}
