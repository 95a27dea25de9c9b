package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All tenants at once; pauses after failures and budgets of time, by time that tests move; figures. */
class DeliverAllTest {

    private static final TenantId ACME = TenantId.of("acme");

    private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
    private final PausedTime time = new PausedTime();
    private final List<String> told = new ArrayList<>();
    private boolean failing;

    private Crm listening(Delivery delivery) {
        return Crm.on(storage)
                .type(Vessel.TYPE)
                .random(new Random(1))
                .time(time)
                .listener(
                        "heard",
                        (tenant, change) -> {
                            told.add(tenant.value());
                            time.forward(Duration.ofMillis(300));
                            if (failing) {
                                throw new IllegalStateException("always");
                            }
                        },
                        delivery)
                .build();
    }

    private static Repository<Vessel> vessels(Crm crm, TenantId tenant) {
        return crm.session(tenant, Actor.user("alice")).repository(Vessel.TYPE);
    }

    @Test
    void tenants_are_listed_in_pages_by_name() {
        Crm crm = listening(Delivery.onRequest());
        for (String tenant : List.of("globex", "acme", "initech")) {
            vessels(crm, TenantId.of(tenant)).add(Vessel.named("Aurora"));
        }

        assertThat(crm.tenants(null, 2)).containsExactly(ACME, TenantId.of("globex"));
        assertThat(crm.tenants(TenantId.of("globex"), 2)).containsExactly(TenantId.of("initech"));
    }

    @Test
    void at_the_start_of_a_process_all_tenants_are_delivered_for_and_those_waiting_can_be_listed_before() {
        Crm before = Crm.on(storage).type(Vessel.TYPE).build();
        for (int i = 0; i < 1200; i++) {
            vessels(before, TenantId.of("t" + i)).add(Vessel.named("Aurora"));
        }
        Crm started = listening(Delivery.onRequest());
        started.deliverChanges(TenantId.of("t7"));

        assertThat(started.tenantsWaiting()).hasSize(1199).doesNotContain(TenantId.of("t7"));
        started.deliverAll();

        assertThat(told).hasSize(1200).doesNotHaveDuplicates();
        assertThat(started.tenantsWaiting()).isEmpty();
    }

    @Test
    void a_tenant_whose_data_cannot_be_read_does_not_keep_others_from_theirs() {
        Crm crm = listening(Delivery.onRequest());
        vessels(crm, ACME).add(Vessel.named("Aurora"));
        vessels(crm, TenantId.of("globex")).add(Vessel.named("Borealis"));
        storage.onFollow.add(new StorageUnavailableException("gone", null));

        assertThatThrownBy(crm::deliverAll).isInstanceOf(UnavailableException.class);

        assertThat(told).containsExactly("globex");
    }

    @Test
    void a_budget_of_time_ends_a_turn_between_two_changes() {
        Crm crm = listening(Delivery.afterCommit(1000, Duration.ofSeconds(1)));

        vessels(crm, ACME)
                .addAll(Stream.generate(() -> Vessel.named("v")).limit(50).toList());

        assertThat(told).hasSize(4); // at 0, 300, 600 and 900 ms
        assertThat(crm.waiting(ACME))
                .singleElement()
                .satisfies(lag -> assertThat(lag.waiting()).isEqualTo(46));
    }

    @Test
    void a_listener_that_goes_on_to_fail_is_left_alone_for_longer_and_longer() {
        failing = true;
        Crm crm = listening(Delivery.afterCommit().neverParking());

        for (int i = 0; i < 200; i++) {
            vessels(crm, ACME).add(Vessel.named("v" + i));
            time.forward(Duration.ofSeconds(1));
        }

        assertThat(told).hasSizeBetween(8, 14); // 200 seconds in pauses that double
        failing = false;
        crm.deliverChanges(ACME);
        assertThat(crm.tenantsWaiting()).isEmpty();
    }

    @Test
    void the_lane_of_one_tenant_that_fails_does_not_pause_another() {
        failing = true;
        Crm crm = listening(Delivery.afterCommit());
        for (int i = 0; i < 10; i++) {
            vessels(crm, ACME).add(Vessel.named("v" + i));
        }
        told.clear();
        failing = false;

        vessels(crm, TenantId.of("globex")).add(Vessel.named("Aurora"));

        assertThat(told).containsExactly("globex");
    }

    @Test
    void figures_tell_what_was_done() {
        Crm crm = listening(Delivery.afterCommit().parkingAfter(1));
        storage.onCommit.add(new ConflictException(List.of(), null));
        vessels(crm, ACME).add(Vessel.named("Aurora"));
        failing = true;
        vessels(crm, ACME).add(Vessel.named("Borealis"));
        assertThatThrownBy(() -> vessels(crm, ACME).add(Vessel.TYPE.newEntity()))
                .isNotNull();

        try (Stream<Vessel> open = vessels(crm, ACME).all().stream()) {
            assertThat(crm.metrics()).isEqualTo(new CrmMetrics(2, 1, 1, 1, time.pauses.get(0), 1, 1, 1, 1));
            assertThat(open).hasSize(2);
        }

        assertThat(crm.metrics().openStreams()).isZero();
    }

    @Test
    void settings_of_a_delivery_lie_within_bounds() {
        assertThatThrownBy(() -> Delivery.afterCommit(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.afterCommit(1, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.onRequest().parkingAfter(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.onRequest().withLease(Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
