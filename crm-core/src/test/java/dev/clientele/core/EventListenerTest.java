package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events can be listened to as changes can. */
class EventListenerTest extends StoredTest {

    private final List<Sighting> told = new ArrayList<>();

    private Sighting sighting(int minute, String id) {
        return Sighting.of(
                        vessels.add(Vessel.named("v")).id(),
                        NOW.plus(Duration.ofMinutes(minute)),
                        Sighting.Station.HARBOUR)
                .withExternalId("radar", id);
    }

    private EventLog<Sighting> listened(EventListener<Sighting> listener) {
        return crm(settings -> settings.listener("watch", Sighting.TYPE, listener))
                .session(ACME, Actor.user("alice"))
                .eventLog(Sighting.TYPE);
    }

    @Test
    void a_listener_is_told_of_each_event_in_the_order_in_which_they_were_recorded() {
        EventLog<Sighting> sightings = listened((tenant, event) -> told.add(event));
        Sighting late = sighting(5, "1");
        Sighting early = sighting(1, "2");

        sightings.record(List.of(late, early));
        sightings.record(late);

        assertThat(told).containsExactly(late, early);
        assertThat(told).allSatisfy(event -> assertThat(event.position()).isPresent());
    }

    @Test
    void an_event_on_which_it_fails_is_told_again_and_nothing_before_it() {
        List<String> attempts = new ArrayList<>();
        EventLog<Sighting> sightings = listened((tenant, event) -> {
            attempts.add(event.key());
            if (attempts.size() == 2) {
                throw new IllegalStateException("not yet");
            }
        });

        sightings.record(List.of(sighting(1, "1"), sighting(2, "2")));
        sightings.record(sighting(3, "3"));

        assertThat(attempts).containsExactly("radar:1", "radar:2", "radar:2", "radar:3");
    }

    @Test
    void interactions_are_told_whoever_records_them() {
        List<String> channels = new ArrayList<>();
        Crm listening = crm(settings -> settings.listener(
                "calls", Interaction.TYPE, (tenant, event) -> channels.add(event.toString()), Delivery.onRequest()));
        session.timeline()
                .record(Interaction.of(
                        Channel.CALL,
                        Direction.INBOUND,
                        NOW,
                        vessels.add(Vessel.named("Aurora")).id()));

        listening.deliverChanges(ACME);
        listening.deliverChanges(ACME);

        assertThat(channels).hasSize(1);
    }

    @Test
    void a_listener_to_changes_and_one_to_events_have_positions_of_their_own() {
        List<String> changes = new ArrayList<>();
        Crm both = crm(settings -> settings.listener("changes", (tenant, change) -> changes.add(change.key()))
                .listener("events", Sighting.TYPE, (tenant, event) -> told.add(event)));
        CrmSession mine = both.session(ACME, Actor.user("alice"));

        Vessel vessel = mine.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        mine.eventLog(Sighting.TYPE).record(Sighting.of(vessel.id(), NOW, Sighting.Station.HARBOUR));
        mine.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, 1L));

        assertThat(changes).hasSize(2);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_type_that_was_not_given_cannot_be_listened_to() {
        EventType<Sighting> stranger = Sighting.TYPE;

        assertThatThrownBy(() -> Crm.on(storage)
                        .listener("watch", stranger, (tenant, event) -> told.add(event))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sighting");
    }
}
