package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Page;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events about any of several records, as one selection: calls about one, mails about another, and some about both. */
class EventsOfSeveralTest extends StoredTest {

    private static final int CALLS = 30;

    private final List<String> newestFirst = new ArrayList<>();
    private UUID one;
    private UUID other;
    private UUID third;

    @BeforeEach
    void record() {
        List<Vessel> stored = vessels.addAll(
                Stream.of("one", "other", "third").map(Vessel::named).toList());
        one = stored.get(0).id().value();
        other = stored.get(1).id().value();
        third = stored.get(2).id().value();
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Vessel about = stored.get(i % 3);
            Interaction event = Interaction.of(
                            i % 2 == 0 ? Channel.CALL : Channel.EMAIL,
                            Direction.INBOUND,
                            NOW.minus(Duration.ofHours(i / 4)), // several at a time
                            about.id())
                    .withExternalId("log", String.format("%02d", i));
            events.add(i % 6 == 0 ? event.withSubject(stored.get(1).id()) : event);
            if (i % 3 != 2) {
                newestFirst.add(event.key());
            }
        }
        Collections.shuffle(events, random);
        session.eventLog(Interaction.TYPE).record(events);
    }

    private EventSelection<Interaction> both() {
        return session.eventLog(Interaction.TYPE).forSubjects(List.of(one, other));
    }

    private static List<String> keys(List<Interaction> events) {
        return events.stream().map(Interaction::key).toList();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int limit : List.of(1, 3, 7, 20, 100)) {
            List<String> seen = new ArrayList<>();
            Page<Interaction> page = both().page(limit);
            seen.addAll(keys(page.items()));
            while (page.next().isPresent()) {
                page = both().page(limit, page.next().get());
                assertThat(page.items()).isNotEmpty();
                seen.addAll(keys(page.items()));
            }
            assertThat(seen).isEqualTo(newestFirst);
        }
    }

    @Test
    void all_of_them_stream_in_either_order() {
        try (Stream<Interaction> all = both().stream()) {
            assertThat(keys(all.toList())).isEqualTo(newestFirst);
        }
        List<Interaction> oldest = both().oldestFirst().page(100).items();
        try (Stream<Interaction> all = both().oldestFirst().stream()) {
            assertThat(all.toList()).isEqualTo(oldest);
        }
        assertThat(oldest).extracting(Interaction::occurredAt).isSorted();
        assertThat(keys(oldest)).containsExactlyInAnyOrderElementsOf(newestFirst);
    }

    @Test
    void each_counts_once_in_figures_and_criteria_hold_for_all() {
        assertThat(both().count()).isEqualTo(newestFirst.size());
        EventSelection<Interaction> calls = both().and(Interaction.CHANNEL.is(Channel.CALL));
        List<Group> byChannel = both().aggregate(List.of(Interaction.CHANNEL), List.of(Measure.count()));

        assertThat(calls.count()).isEqualTo(calls.page(100).items().size()).isPositive();
        assertThat(byChannel).hasSize(2);
        assertThat(byChannel.stream().mapToLong(group -> group.count(0)).sum()).isEqualTo(newestFirst.size());
    }

    @Test
    void a_token_goes_on_when_there_is_one_record_more_and_is_refused_for_another() {
        String next = session.eventLog(Interaction.TYPE)
                .forSubjects(List.of(one))
                .page(3)
                .next()
                .orElseThrow();

        assertThat(both().page(3, next).items()).hasSize(3);
        assertThatThrownBy(() -> session.eventLog(Interaction.TYPE)
                        .forSubjects(List.of(third, one))
                        .page(3, next))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_page_has_1_to_10_000_events_and_a_selection_one_record_at_least() {
        assertThatThrownBy(() -> both().page(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> session.eventLog(Interaction.TYPE).forSubjects(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> both().aggregateBySubject(List.of(one), List.of(), List.of(Measure.count())))
                .isInstanceOf(IllegalStateException.class);
    }
}
