package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Page;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Logs are pruned by age and criteria, and what they hold of a person is taken away. */
class ErasureTest extends StoredTest {

    private List<Sighting> sightings(Vessel vessel, int count) {
        List<Sighting> events = IntStream.range(0, count)
                .mapToObj(i -> Sighting.of(vessel.id(), NOW.plus(Duration.ofHours(i)), Sighting.Station.HARBOUR)
                        .with(Sighting.OBSERVER, "Ana " + i)
                        .withExternalId("radar", "s" + i))
                .toList();
        session.eventLog(Sighting.TYPE).record(events);
        return events;
    }

    @Test
    void events_before_an_instant_go_and_their_keys_stay_taken() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        List<Sighting> events = sightings(aurora, 2500);
        var log = session.eventLog(Sighting.TYPE);

        long pruned = log.prune(Sighting.TYPE.occurredBefore(NOW.plus(Duration.ofHours(2100))), null);

        assertThat(pruned).isEqualTo(2100);
        assertThat(log.all().count()).isEqualTo(400);
        assertThat(log.record(events.subList(2099, 2101))).hasSize(2);
        assertThat(log.all().count()).isEqualTo(400);
    }

    @Test
    void events_beyond_a_readers_place_stay_for_it() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        sightings(aurora, 20);
        var log = session.eventLog(Sighting.TYPE);
        Position place = log.after(Position.START, 5).get(4).position().orElseThrow();

        assertThat(log.prune(Criteria.always(), place)).isEqualTo(5);
        assertThat(log.after(place, 100)).hasSize(15);
    }

    @Test
    void what_events_say_of_a_person_is_taken_away_for_readers_of_every_kind() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        Vessel other = vessels.add(Vessel.named("Borealis"));
        sightings(aurora, 450);
        session.eventLog(Sighting.TYPE)
                .record(Sighting.of(other.id(), NOW, Sighting.Station.HARBOUR).with(Sighting.OBSERVER, "Bo"));
        var log = session.eventLog(Sighting.TYPE);

        long redacted = log.redact(aurora.id().value(), Criteria.always(), event -> event.without(Sighting.OBSERVER));

        assertThat(redacted).isEqualTo(450);
        assertThat(log.after(Position.START, 1000))
                .extracting(event -> event.get(Sighting.OBSERVER))
                .containsOnlyOnce("Bo")
                .hasSize(451);
        assertThat(log.forSubject(aurora.id().value()).page(1).items().get(0).key())
                .startsWith("radar:");
        assertThatThrownBy(() ->
                        log.redact(aurora.id().value(), Criteria.always(), event -> event.without(Sighting.STATION)))
                .isInstanceOf(InvalidException.class);
        assertThat(log.redact(aurora.id().value(), Criteria.always(), event -> event.without(Sighting.OBSERVER)))
                .isZero();
    }

    @Test
    void changes_go_by_age_and_type_but_none_that_a_listener_waits_for() {
        for (int i = 0; i < 30; i++) {
            vessels.add(Vessel.named("V" + i));
        }
        clock.set(NOW.plus(Duration.ofDays(2)));
        vessels.add(Vessel.named("late"));
        voyages.add(Voyage.of(storedVessels().get(0).id(), 1));

        assertThat(session.changes().prune(Change.madeBefore(NOW.plus(Duration.ofDays(1))), null))
                .isEqualTo(30);
        assertThat(session.changes().after(Position.START, 100)).hasSize(2);
        assertThat(session.changes().prune(Change.ofType("voyage"), null)).isEqualTo(1);
        assertThat(session.changes().after(Position.START, 100)).hasSize(1);
    }

    @Test
    void a_change_that_a_listener_was_not_served_yet_stays() {
        List<Change> served = new ArrayList<>();
        boolean[] broken = {true};
        CrmSession slow = crm(settings -> settings.listener("slow", (tenant, change) -> {
                    if (broken[0]) {
                        throw new IllegalStateException("not now");
                    }
                    served.add(change);
                }))
                .session(ACME, Actor.user("alice"));
        slow.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        slow.repository(Vessel.TYPE).add(Vessel.named("Borealis"));

        assertThat(slow.changes().prune(Criteria.always(), null)).isZero();

        broken[0] = false;
        crm(settings -> settings.listener("slow", (tenant, change) -> served.add(change)))
                .deliverChanges(ACME);
        assertThat(served).hasSize(2);
        assertThat(slow.changes().prune(Criteria.always(), null)).isEqualTo(2);
    }

    @Test
    void a_history_that_misses_changes_says_so() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        clock.set(NOW.plus(Duration.ofDays(2)));
        Vessel heavier = vessels.save(aurora.with(Vessel.TONNAGE, 7L));
        assertThat(vessels.history(aurora.id()).isComplete()).isTrue();

        session.changes().prune(Change.madeBefore(NOW.plus(Duration.ofDays(1))), null);

        ChangeHistory history = vessels.history(aurora.id());
        assertThat(history).hasSize(1);
        assertThat(history.isComplete()).isFalse();
        assertThat(vessels.history(aurora.id(), 2).isComplete()).isTrue();
        assertThat(vessels.history(aurora.id(), 3).isComplete()).isTrue();
        session.changes().prune(Criteria.always(), null);
        assertThat(vessels.history(aurora.id(), 2).isComplete()).isFalse();
        assertThat(vessels.history(heavier.id()).isComplete()).isFalse();
    }

    @Test
    void a_history_is_complete_through_removal_and_return() {
        Vessel first = vessels.add(Vessel.named("Aurora"));
        vessels.remove(vessels.save(first.with(Vessel.TONNAGE, 1L)));
        assertThat(vessels.history(first.id()).isComplete()).isTrue();

        vessels.add(Vessel.named("Borealis").withId(first.id()));

        assertThat(vessels.history(first.id()).isComplete()).isTrue();
        assertThat(vessels.history(first.id())).hasSize(4);
    }

    @Test
    void what_changes_hold_of_a_field_is_taken_away_and_that_it_changed_stays() {
        Vessel aurora = vessels.add(Vessel.named("Aurora").with(Vessel.MASTER, "Silva"));
        vessels.save(aurora.with(Vessel.MASTER, "Costa").with(Vessel.TONNAGE, 7L));
        session.changes().after(Position.START, 10);

        assertThat(session.changes().redact(aurora.id().value(), Set.of("master")))
                .isEqualTo(2);

        List<Change> feed = session.changes().after(Position.START, 10);
        assertThat(feed)
                .extracting(change -> change.field("master").orElseThrow())
                .allMatch(FieldChange::isRedacted);
        assertThat(feed.get(1).field("tonnage")).contains(new FieldChange(null, 7L));
        assertThat(vessels.history(aurora.id()).isComplete()).isTrue();
        assertThat(session.changes().redact(aurora.id().value(), Set.of("master")))
                .isZero();
    }

    @Test
    void erasing_is_a_right_of_its_own() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        sightings(aurora, 1);
        CrmSession hers = crm(settings -> settings.policy(new EditorsPolicy())).session(ACME, Actor.user("eve"));

        assertThatThrownBy(() -> hers.changes().prune(Criteria.always(), null)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> hers.changes().redact(aurora.id().value(), Set.of("name")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> hers.eventLog(Sighting.TYPE).prune(Criteria.always(), null))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() ->
                        hers.eventLog(Sighting.TYPE).redact(aurora.id().value(), Criteria.always(), event -> event))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void pages_of_a_history_give_each_change_once_newest_first() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        for (long i = 1; i < 25; i++) {
            clock.set(NOW.plus(Duration.ofMinutes(i)));
            aurora = vessels.save(aurora.with(Vessel.TONNAGE, i));
        }
        List<Long> versions = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Change> page = vessels.historyPage(aurora.id(), 7, next.orElse(null));
            page.items().forEach(change -> versions.add(change.version()));
            next = page.next();
        } while (next.isPresent());

        assertThat(versions)
                .containsExactlyElementsOf(IntStream.iterate(25, i -> i > 0, i -> i - 1)
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
