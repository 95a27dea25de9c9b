package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.change.DeliveryLag;
import dev.clientele.core.entity.Repository;
import dev.clientele.testing.Race;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ways in which a listener is served, and what they bear. */
class DeliveryTest extends StoredTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final ChangeListener tell = (tenant, change) -> told.add(name(change));

    private static String name(Change change) {
        return (String) change.field("name").orElseThrow().after();
    }

    private Repository<Vessel> vesselsOf(Crm crm) {
        return crm.session(ACME, Actor.user("alice")).repository(Vessel.TYPE);
    }

    private void addVessels(int count) {
        vessels.addAll(
                IntStream.range(0, count).mapToObj(i -> Vessel.named("v" + i)).toList());
    }

    @Test
    void a_newcomer_beside_many_waiting_changes_is_told_of_as_many_a_commit_as_its_budget_says() {
        addVessels(120);
        Crm later = crm(settings -> settings.listener("new", tell, Delivery.afterCommit(50, Duration.ofDays(1))));

        vesselsOf(later).add(Vessel.named("Aurora"));
        assertThat(told).hasSize(50);
        vesselsOf(later).add(Vessel.named("Borealis"));
        assertThat(told).hasSize(100);
        vesselsOf(later).add(Vessel.named("Corona"));

        assertThat(told).hasSize(123).doesNotHaveDuplicates().endsWith("Aurora", "Borealis", "Corona");
    }

    @Test
    void by_default_a_commit_delivers_at_most_500_and_the_rest_can_be_asked_for() {
        addVessels(800);
        Crm later = crm(settings -> settings.listener("new", tell));

        vesselsOf(later).add(Vessel.named("Aurora"));
        assertThat(told).hasSizeLessThanOrEqualTo(500);
        later.deliverChanges(ACME);

        assertThat(told).hasSize(801).doesNotHaveDuplicates();
    }

    @Test
    void a_listener_on_request_is_told_when_it_is_asked_for() {
        Crm asked = crm(settings -> settings.listener("asked", tell, Delivery.onRequest()));

        vesselsOf(asked).add(Vessel.named("Aurora"));
        assertThat(told).isEmpty();
        asked.deliverChanges(ACME);

        assertThat(told).containsExactly("Aurora");
    }

    @Test
    void a_listener_on_an_executor_is_told_there_with_one_task_however_many_commits_there_were() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        Crm elsewhere = crm(settings -> settings.listener("there", tell, Delivery.on(tasks::add)));

        for (int i = 0; i < 5; i++) {
            vesselsOf(elsewhere).add(Vessel.named("v" + i));
        }
        assertThat(told).isEmpty();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();

        assertThat(told).containsExactly("v0", "v1", "v2", "v3", "v4");
        vesselsOf(elsewhere).add(Vessel.named("Aurora"));
        assertThat(tasks).hasSize(1);
    }

    @Test
    void a_backlog_on_an_executor_takes_its_turns_with_other_work_there() {
        addVessels(1500);
        Deque<Runnable> tasks = new ArrayDeque<>();
        Crm elsewhere = crm(settings -> settings.listener("there", tell, Delivery.on(tasks::add)));
        vesselsOf(elsewhere).add(Vessel.named("Aurora"));

        tasks.remove().run();
        assertThat(told).hasSize(1000);
        tasks.remove().run();

        assertThat(told).hasSize(1501).doesNotHaveDuplicates();
        assertThat(tasks).isEmpty();
    }

    @Test
    void an_executor_that_takes_nothing_casts_no_doubt_on_the_commit() {
        Crm elsewhere = crm(settings -> settings.listener("there", tell, Delivery.on(task -> {
            throw new RejectedExecutionException("full");
        })));

        assertThat(vesselsOf(elsewhere).add(Vessel.named("Aurora")).version()).isEqualTo(1);
        elsewhere.deliverChanges(ACME);

        assertThat(told).containsExactly("Aurora");
    }

    @Test
    void on_an_executor_a_listener_that_fails_is_tried_again_without_another_commit() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<String> attempts = Collections.synchronizedList(new ArrayList<>());
        Crm elsewhere = crm(settings -> settings.listener(
                "there",
                (tenant, change) -> {
                    attempts.add(change.key());
                    if (attempts.size() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    done.countDown();
                },
                Delivery.on(Runnable::run)));

        vesselsOf(elsewhere).add(Vessel.named("Aurora"));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(attempts).hasSize(3).containsOnly(attempts.get(0));
    }

    @Test
    void an_error_of_a_listener_harms_neither_the_commit_nor_other_listeners() {
        Crm two = crm(settings -> settings.listener("broken", (tenant, change) -> {
                    throw new StackOverflowError("deep");
                })
                .listener("sound", tell));

        assertThat(vesselsOf(two).add(Vessel.named("Aurora")).version()).isEqualTo(1);

        assertThat(told).containsExactly("Aurora");
    }

    @Test
    void a_listener_that_never_returns_holds_its_own_lane_and_no_other_caller() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Crm two = crm(settings -> settings.listener("hung", (tenant, change) -> {
                    inside.countDown();
                    await(over);
                })
                .listener("sound", tell));
        Thread held = new Thread(() -> vesselsOf(two).add(Vessel.named("Aurora")));
        held.start();
        await(inside);

        vesselsOf(two).add(Vessel.named("Borealis"));
        two.session(ACME, Actor.user("bob")).repository(Vessel.TYPE).add(Vessel.named("Corona"));

        assertThat(told).containsExactly("Aurora", "Borealis", "Corona");
        over.countDown();
        held.join(20_000);
        assertThat(held.isAlive()).isFalse();
    }

    @Test
    void while_one_process_serves_a_listener_another_does_not_until_the_lease_has_expired()
            throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        Crm killed = crm(settings -> settings.listener("shared", (tenant, change) -> {
            first.add(name(change));
            inside.countDown();
            await(over);
        }));
        Crm survivor = crm(settings -> settings.listener("shared", tell));
        Thread held = new Thread(() -> vesselsOf(killed).add(Vessel.named("Aurora")));
        held.start();
        await(inside);

        vesselsOf(survivor).add(Vessel.named("Borealis"));
        survivor.deliverChanges(ACME);
        assertThat(told).isEmpty();
        clock.forward(Duration.ofSeconds(61));
        survivor.deliverChanges(ACME);

        assertThat(told).containsExactly("Aurora", "Borealis");
        over.countDown();
        held.join(20_000);
        assertThat(first).containsExactly("Aurora"); // it has seen that it lost the lease
        vesselsOf(killed).add(Vessel.named("Corona"));
        assertThat(first).containsExactly("Aurora", "Corona");
    }

    @Test
    void two_processes_that_take_turns_tell_each_change_once_in_order() throws InterruptedException {
        Crm one = crm(settings -> settings.listener("shared", tell));
        Crm two = crm(settings -> settings.listener("shared", tell));

        Race.all(4, number -> {
            for (int i = 0; i < 10; i++) {
                vesselsOf(number % 2 == 0 ? one : two).add(Vessel.named(number + "-" + i));
            }
            return number;
        });
        one.deliverChanges(ACME);

        assertThat(told).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void how_far_a_listener_is_behind_can_be_read() {
        Crm asked = crm(settings -> settings.listener("asked", tell, Delivery.onRequest()));
        addVessels(3);
        clock.forward(Duration.ofMinutes(1));
        vesselsOf(asked).add(Vessel.named("Aurora"));

        assertThat(asked.waiting(ACME)).containsExactly(new DeliveryLag("asked", 4, Optional.of(NOW), 0));
        asked.deliverChanges(ACME);
        assertThat(asked.waiting(ACME)).containsExactly(new DeliveryLag("asked", 0, Optional.empty(), 0));
    }

    @Test
    void a_listener_that_was_forgotten_is_told_from_the_beginning() {
        Crm asked = crm(settings -> settings.listener("asked", tell, Delivery.onRequest()));
        addVessels(2);
        asked.deliverChanges(ACME);

        asked.forgetListener(ACME, "asked");
        asked.deliverChanges(ACME);

        assertThat(told).containsExactly("v0", "v1", "v0", "v1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
