package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk sees the vessels under her flags and may write those that aren't laid up; others' aren't there. */
class AccessTest extends StoredTest {

    /** Her flags are her roles. */
    private static final class ByFlag implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return switch (type) {
                case "vessel" -> Vessel.FLAGS.hasAny(actor.roles());
                case "sighting" -> Sighting.STATION.is(Sighting.Station.HARBOUR);
                default -> Criteria.always();
            };
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return type.equals("vessel") ? Vessel.LAID_UP.isTrue().negate() : Criteria.always();
        }
    }

    private final Actor clerk = Actor.user("clerk").withRoles("NO");
    private Crm guarded;
    private CrmSession hers;
    private Repository<Vessel> herVessels;
    private Vessel norwegian;
    private Vessel maltese;

    @BeforeEach
    void two_flags() {
        guarded = crm(settings -> settings.policy(new ByFlag()));
        hers = guarded.session(ACME, clerk);
        herVessels = hers.repository(Vessel.TYPE);
        norwegian = vessels.add(
                Vessel.named("Aurora").with(Vessel.FLAGS, Set.of("NO")).with(Vessel.TONNAGE, 10L));
        maltese = vessels.add(
                Vessel.named("Borealis").with(Vessel.FLAGS, Set.of("MT")).with(Vessel.TONNAGE, 100L));
    }

    @Test
    void what_may_not_be_seen_is_not_found_by_id() {
        assertThat(herVessels.find(maltese.id())).isEmpty();
        assertThat(herVessels.findAll(List.of(norwegian.id(), maltese.id()))).containsExactly(norwegian);
        assertThatThrownBy(() -> herVessels.get(maltese.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_may_not_be_seen_is_in_no_page_stream_or_figure() {
        assertThat(herVessels.all().page(10).items()).containsExactly(norwegian);
        assertThat(herVessels.query(Vessel.NAME.startsWith("B")).first()).isEmpty();
        try (Stream<Vessel> all = herVessels.all().stream()) {
            assertThat(all).containsExactly(norwegian);
        }
        assertThat(herVessels.all().count()).isEqualTo(1);
        assertThat(herVessels.all().sum(Vessel.TONNAGE)).isEqualByComparingTo("10");
        assertThat(herVessels.all().aggregate(List.of(Vessel.NAME), List.of(Measure.count())))
                .hasSize(1);
    }

    @Test
    void a_query_can_not_reach_around_the_policy() {
        assertThat(herVessels
                        .query(Vessel.FLAGS.has("MT").or(Criteria.always()))
                        .count())
                .isEqualTo(1);
        assertThat(herVessels.query(Criteria.never().negate()).count()).isEqualTo(1);
    }

    @Test
    void the_history_of_what_may_not_be_seen_is_empty() {
        assertThat(herVessels.history(norwegian.id())).hasSize(1);
        assertThat(herVessels.history(maltese.id())).isEmpty();
        assertThat(hers.changes().historyOf(maltese.id().value())).isEmpty();
    }

    @Test
    void the_history_of_what_was_removed_is_seen_by_whom_it_belonged_to_at_the_end() {
        vessels.remove(norwegian);
        vessels.remove(maltese);

        assertThat(herVessels.history(norwegian.id()))
                .extracting(Change::action)
                .containsExactly(Change.Action.ADDED, Change.Action.REMOVED);
        assertThat(herVessels.history(maltese.id())).isEmpty();
    }

    @Test
    void the_history_goes_with_the_record() {
        Vessel moved = vessels.save(maltese.with(Vessel.FLAGS, Set.of("NO")));
        vessels.save(norwegian.with(Vessel.FLAGS, Set.of("MT")));

        assertThat(herVessels.history(moved.id())).hasSize(2);
        assertThat(herVessels.history(norwegian.id())).isEmpty();
    }

    @Test
    void the_feed_leaves_out_changes_of_what_may_not_be_seen() {
        voyages.add(Voyage.of(maltese.id(), 1));

        assertThat(hers.changes().after(Position.START, 10))
                .extracting(Change::type, Change::record)
                .containsExactly(
                        tuple("vessel", norwegian.id().value()),
                        tuple("voyage", voyages.all().first().orElseThrow().id().value()));
    }

    @Test
    void the_feed_does_not_end_at_a_stretch_of_what_may_not_be_seen() {
        vessels.addAll(IntStream.range(0, 30)
                .mapToObj(i -> Vessel.named("m" + i).with(Vessel.FLAGS, Set.of("MT")))
                .toList());
        Vessel last = vessels.add(Vessel.named("last").with(Vessel.FLAGS, Set.of("NO")));

        List<Change> first = hers.changes().after(Position.START, 1);
        List<Change> second = hers.changes().after(first.get(0).position(), 1);

        assertThat(first)
                .extracting(Change::record)
                .containsExactly(norwegian.id().value());
        assertThat(second).extracting(Change::record).containsExactly(last.id().value());
        assertThat(hers.changes().after(second.get(0).position(), 1)).isEmpty();
    }

    @Test
    void nothing_can_newly_refer_to_what_may_not_be_seen() {
        assertThatThrownBy(() -> hers.repository(Voyage.TYPE).add(Voyage.of(maltese.id(), 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("refers to a vessel that isn't there");
        hers.repository(Voyage.TYPE).add(Voyage.of(norwegian.id(), 1));
    }

    @Test
    void what_may_not_be_seen_can_not_be_changed_or_removed() {
        assertThatThrownBy(() -> herVessels.save(maltese.with(Vessel.TONNAGE, 1L)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> herVessels.remove(maltese)).isInstanceOf(StaleVersionException.class);
        assertThat(vessels.get(maltese.id())).isEqualTo(maltese);
    }

    @Test
    void nobody_can_add_what_they_may_not_see_or_write() {
        assertThatThrownBy(() -> herVessels.add(Vessel.named("Corona").with(Vessel.FLAGS, Set.of("MT"))))
                .isInstanceOfSatisfying(
                        DeniedException.class, e -> assertThat(e.type()).isEqualTo("vessel"));
        assertThatThrownBy(() -> herVessels.add(
                        Vessel.named("Corona").with(Vessel.FLAGS, Set.of("NO")).with(Vessel.LAID_UP, true)))
                .isInstanceOf(DeniedException.class);
        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void what_may_be_seen_but_not_written_can_not_be_changed_or_removed() {
        Vessel laidUp = vessels.save(norwegian.with(Vessel.LAID_UP, true));

        assertThat(herVessels.find(laidUp.id())).isPresent();
        assertThatThrownBy(() -> herVessels.save(laidUp.with(Vessel.TONNAGE, 1L)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> herVessels.save(laidUp.with(Vessel.LAID_UP, false)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> herVessels.remove(laidUp)).isInstanceOf(DeniedException.class);
    }

    @Test
    void nobody_can_change_a_record_into_one_they_may_not_write() {
        assertThatThrownBy(() -> herVessels.save(norwegian.with(Vessel.LAID_UP, true)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> herVessels.save(norwegian.with(Vessel.FLAGS, Set.of("MT"))))
                .isInstanceOf(DeniedException.class);
        assertThat(vessels.get(norwegian.id()).version()).isEqualTo(1);
    }

    @Test
    void one_denied_record_denies_the_batch() {
        List<Vessel> batch = List.of(
                Vessel.named("fine").with(Vessel.FLAGS, Set.of("NO")),
                Vessel.named("not hers").with(Vessel.FLAGS, Set.of("MT")));

        assertThatThrownBy(() -> herVessels.addAll(batch)).isInstanceOf(DeniedException.class);
        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void a_message_of_denial_does_not_name_the_actor() {
        assertThatThrownBy(() -> herVessels.add(Vessel.named("Corona")))
                .message()
                .doesNotContain("clerk");
    }

    @Test
    void events_are_left_out_alike() {
        EventLog<Sighting> all = session.eventLog(Sighting.TYPE);
        all.record(List.of(
                Sighting.of(norwegian.id(), NOW, Sighting.Station.SATELLITE),
                Sighting.of(norwegian.id(), NOW.plusSeconds(1), Sighting.Station.HARBOUR)));
        EventLog<Sighting> her = hers.eventLog(Sighting.TYPE);

        assertThat(her.forSubject(norwegian.id().value()).page(5).items()).hasSize(1);
        assertThat(her.all().count()).isEqualTo(1);
        assertThat(her.all().aggregate(List.of(Sighting.STATION), List.of(Measure.count())))
                .hasSize(1);
        try (Stream<Sighting> stream = her.all().stream()) {
            assertThat(stream).hasSize(1);
        }
        assertThat(her.after(Position.START, 5)).hasSize(1);
        assertThat(her.after(Position.START, 1)).hasSize(1);
    }

    @Test
    void an_event_that_may_not_be_seen_can_not_be_recorded() {
        assertThatThrownBy(() -> hers.eventLog(Sighting.TYPE)
                        .record(Sighting.of(norwegian.id(), NOW, Sighting.Station.SATELLITE)))
                .isInstanceOf(DeniedException.class);
        assertThat(session.eventLog(Sighting.TYPE).all().count()).isZero();
    }

    @Test
    void a_policy_may_depend_on_the_time() {
        AccessPolicy recent = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("vessel")
                        ? Vessel.LAST_SEEN.compare(Operator.AT_LEAST, RelativeTime.instant(Duration.ofDays(-1)))
                        : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };
        Vessel seen = vessels.save(norwegian.with(Vessel.LAST_SEEN, NOW));
        Repository<Vessel> theirs =
                crm(settings -> settings.policy(recent)).session(ACME, clerk).repository(Vessel.TYPE);

        assertThat(theirs.find(seen.id())).isPresent();
        assertThat(theirs.all().count()).isEqualTo(1);
        clock.forward(Duration.ofDays(2));
        assertThat(theirs.find(seen.id())).isEmpty();
        assertThat(theirs.all().count()).isZero();
    }

    @Test
    void an_actors_own_timeline_of_interactions_follows_the_policy_too() {
        AccessPolicy calls = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("interaction") ? Interaction.CHANNEL.is(Channel.CALL) : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };
        for (var channel : List.of(Channel.CALL, Channel.MEETING)) {
            session.timeline().record(Interaction.of(channel, Direction.INBOUND, NOW, norwegian.id()));
        }

        CrmSession theirs = crm(settings -> settings.policy(calls)).session(ACME, clerk);

        assertThat(theirs.timeline().latest(norwegian.id(), 10).items()).hasSize(1);
        assertThat(theirs.timeline().all().count()).isEqualTo(1);
    }

    @Test
    void changes_of_a_type_that_is_not_given_any_more_are_hidden_from_whom_a_policy_binds() {
        openAlone();
        two_flags();
        CrmSession withNotes = crm(settings -> settings.type(Note.TYPE)).session(ACME, Actor.user("alice"));
        withNotes.repository(Note.TYPE).add(Note.TYPE.newEntity().with(Note.TEXT, "secret"));
        AccessPolicy noNotes = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("note") ? Note.TEXT.is("open") : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };

        CrmSession theirs = crm(settings -> settings.policy(noNotes)).session(ACME, clerk);

        assertThat(theirs.changes().after(Position.START, 10))
                .extracting(Change::type)
                .containsOnly("vessel");
        assertThat(session.changes().after(Position.START, 10)).hasSize(3);
    }

    /** A type that only one of the CRMs knows. */
    public static final class Note extends Entity<Note> {
        private static final EntityTypeBuilder<Note> DECLARE = EntityType.define("note", Note::new);
        static final TextField<Note> TEXT = DECLARE.text("text", 40);
        static final EntityType<Note> TYPE = DECLARE.build();

        private Note(EntityState<Note> state) {
            super(state);
        }
    }
}
