package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.change.DeliveryLag;
import dev.clientele.core.change.ParkedDelivery;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change on which a listener fails time and again is put aside, so that those after it go on. */
class ParkedDeliveryTest extends StoredTest {

    private final List<String> told = new ArrayList<>();
    private final Set<String> poison = new HashSet<>(Set.of("poison"));
    private Crm listening;
    private Repository<Vessel> listened;

    @BeforeEach
    void somebody_listens() {
        listening = crm(settings -> settings.listener(
                "picky",
                (tenant, change) -> tell(change),
                Delivery.afterCommit().parkingAfter(3)));
        listened = listening.session(ACME, Actor.user("alice")).repository(Vessel.TYPE);
    }

    private void tell(Change change) {
        String name = (String) change.field("name").orElseThrow().after();
        if (poison.contains(name)) {
            throw new IllegalArgumentException(
                    "can't bear " + name, new UnavailableException("the mailbox is full", null));
        }
        told.add(name);
    }

    private ParkedDelivery parkOne() {
        listened.addAll(List.of(Vessel.named("before"), Vessel.named("poison"), Vessel.named("after")));
        listening.deliverChanges(ACME);
        assertThat(told).containsExactly("before");
        listening.deliverChanges(ACME);
        return listening.parkedDeliveries(ACME).first(10).get(0);
    }

    @Test
    void after_as_many_failures_as_were_allowed_the_change_is_parked_and_others_go_on() {
        parkOne();

        assertThat(told).containsExactly("before", "after");
        listened.add(Vessel.named("later"));
        assertThat(told).containsExactly("before", "after", "later");
    }

    @Test
    void what_is_parked_says_its_reason_without_what_may_be_personal() {
        ParkedDelivery parked = parkOne();

        assertThat(parked.reason())
                .isEqualTo("java.lang.IllegalArgumentException, caused by"
                        + " dev.clientele.core.error.UnavailableException: the mailbox is full");
        assertThat(parked.listener()).isEqualTo("picky");
        assertThat(parked.log()).isEqualTo("change");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.parkedAt()).isEqualTo(NOW);
        assertThat(session.changes()
                        .after(dev.clientele.persistence.Position.START, 10)
                        .get(1))
                .satisfies(change -> {
                    assertThat(change.key()).isEqualTo(parked.key());
                    assertThat(change.position()).isEqualTo(parked.position());
                });
    }

    @Test
    void what_is_parked_is_the_tenants_and_counted_with_what_waits() {
        parkOne();

        assertThat(listening.waiting(ACME)).extracting(DeliveryLag::parked).containsExactly(1L);
        assertThat(listening.parkedDeliveries(TenantId.of("globex")).first(10)).isEmpty();
    }

    @Test
    void a_parked_change_that_is_replayed_is_told_and_gone() {
        ParkedDelivery parked = parkOne();
        poison.clear();

        assertThat(listening.parkedDeliveries(ACME).replay(parked)).isTrue();

        assertThat(told).containsExactly("before", "after", "poison");
        assertThat(listening.parkedDeliveries(ACME).first(10)).isEmpty();
        listened.add(Vessel.named("later"));
        assertThat(told).endsWith("poison", "later");
    }

    @Test
    void a_parked_change_that_fails_again_stays_with_one_attempt_more() {
        ParkedDelivery parked = parkOne();

        assertThat(listening.parkedDeliveries(ACME).replay(parked)).isFalse();

        assertThat(listening.parkedDeliveries(ACME).first(10))
                .singleElement()
                .satisfies(still -> assertThat(still.attempts()).isEqualTo(4));
    }

    @Test
    void a_parked_change_can_be_discarded_for_good() {
        ParkedDelivery parked = parkOne();
        ParkedDeliveries all = listening.parkedDeliveries(ACME);

        all.discard(parked);

        assertThat(all.first(10)).isEmpty();
        assertThatThrownBy(() -> all.discard(parked)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> all.replay(parked)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_listener_that_never_parks_holds_its_changes_until_it_succeeds() {
        Crm patient = crm(settings -> settings.listener(
                "strict", (tenant, change) -> tell(change), Delivery.onRequest().neverParking()));
        listened.addAll(List.of(Vessel.named("before"), Vessel.named("poison"), Vessel.named("after")));
        told.clear();

        for (int i = 0; i < 30; i++) {
            patient.deliverChanges(ACME);
        }
        assertThat(told).containsExactly("before");
        assertThat(patient.parkedDeliveries(ACME).first(10)).isEmpty();
        poison.clear();
        patient.deliverChanges(ACME);

        assertThat(told).containsExactly("before", "poison", "after");
    }

    @Test
    void a_listener_that_this_program_does_not_have_cannot_be_replayed_to() {
        ParkedDelivery parked = parkOne();

        assertThatThrownBy(() -> crm.parkedDeliveries(ACME).replay(parked)).isInstanceOf(IllegalStateException.class);
    }
}
