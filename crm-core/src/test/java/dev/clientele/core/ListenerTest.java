package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerTest extends StoredTest {

    private final List<Change> told = new ArrayList<>();
    private final List<Crm> made = new ArrayList<>();

    @Test
    void a_listener_is_told_after_the_commit_when_the_change_can_be_read() {
        List<String> read = new ArrayList<>();
        Repository<Vessel> listened = listening(
                (tenant, change) -> read.add(vessels.get(Id.of(change.record())).require(Vessel.NAME)));

        listened.add(Vessel.named("Aurora"));

        assertThat(read).containsExactly("Aurora");
    }

    @Test
    void a_listener_is_told_of_each_record_of_a_bulk_in_order() {
        List<Vessel> added = vessels.addAll(
                IntStream.range(0, 450).mapToObj(i -> Vessel.named("v" + i)).toList());

        assertThat(heard)
                .extracting(Change::record)
                .containsExactlyElementsOf(
                        added.stream().map(vessel -> vessel.id().value()).toList());
    }

    @Test
    void nothing_is_told_before_a_transaction_of_several_steps_has_committed() {
        session.runInTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
            tx.repository(Voyage.TYPE).add(Voyage.of(vessel.id(), 1));
            assertThat(heard).isEmpty();
        });

        assertThat(heard).extracting(Change::type).containsExactly("vessel", "voyage");
    }

    @Test
    void a_listener_that_fails_is_told_again_in_order_and_the_change_stays() {
        List<String> attempts = new ArrayList<>();
        Repository<Vessel> listened = listening((tenant, change) -> {
            attempts.add(change.key());
            if (attempts.size() == 1) {
                throw new IllegalStateException("not yet");
            }
            told.add(change);
        });

        Vessel first = listened.add(Vessel.named("Aurora"));
        assertThat(vessels.find(first.id())).isPresent();
        assertThat(told).isEmpty();
        Vessel second = listened.add(Vessel.named("Borealis"));

        assertThat(told)
                .extracting(Change::record)
                .containsExactly(first.id().value(), second.id().value());
        assertThat(attempts.get(1)).isEqualTo(attempts.get(0));
    }

    @Test
    void a_listener_that_fails_in_the_middle_is_not_told_again_of_what_it_has_seen() {
        List<String> failOnce = new ArrayList<>(List.of("v2"));
        Repository<Vessel> listened = listening((tenant, change) -> {
            if (failOnce.remove((String) name(change))) {
                throw new IllegalStateException("not yet");
            }
            told.add(change);
        });
        listened.addAll(
                IntStream.range(0, 5).mapToObj(i -> Vessel.named("v" + i)).toList());
        assertThat(told).hasSize(2);

        made.get(0).deliverChanges(ACME);

        assertThat(told).extracting(ListenerTest::name).containsExactly("v0", "v1", "v2", "v3", "v4");
    }

    @Test
    void a_listener_that_fails_does_not_hold_up_another() {
        Crm two = crm(settings -> settings.listener("broken", (tenant, change) -> {
                    throw new IllegalStateException("always");
                })
                .listener("sound", (tenant, change) -> told.add(change)));

        two.session(ACME, Actor.user("alice")).repository(Vessel.TYPE).add(Vessel.named("Aurora"));

        assertThat(told).hasSize(1);
    }

    @Test
    void a_listener_that_writes_and_then_fails_does_not_go_round_for_ever() {
        Repository<Vessel> listened = listening((tenant, change) -> {
            told.add(change);
            latest().add(Vessel.named("copy " + told.size()));
            throw new IllegalStateException("always");
        });

        listened.add(Vessel.named("Aurora"));

        assertThat(told).hasSize(1);
        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void what_a_listener_changes_is_told_in_turn() {
        Repository<Vessel> listened = listening((tenant, change) -> {
            told.add(change);
            if (change.version() < 4) {
                tonnageOf(change, change.version());
            }
        });

        listened.add(Vessel.named("Aurora"));

        assertThat(told).extracting(Change::version).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_restart_goes_on_where_the_listener_stopped() {
        openAlone();
        vessels.add(Vessel.named("Aurora"));
        storage.close();
        if (database == DatabaseKind.MEMORY) {
            return; // what it holds is lost with it
        }
        storage = database.open(folder);
        Crm again = crm(settings -> settings.listener("heard", (tenant, change) -> told.add(change)));
        again.session(ACME, Actor.user("alice")).repository(Vessel.TYPE).add(Vessel.named("Borealis"));

        assertThat(heard).hasSize(1);
        assertThat(told).extracting(ListenerTest::name).containsExactly("Borealis");
    }

    @Test
    void a_listener_under_a_new_name_is_told_from_the_beginning() {
        vessels.add(Vessel.named("Aurora"));

        Crm later = crm(settings -> settings.listener("newcomer", (tenant, change) -> told.add(change)));
        later.deliverChanges(ACME);

        assertThat(told).hasSize(1);
    }

    @Test
    void changes_are_told_with_their_tenant_and_each_tenant_apart() {
        List<String> tenants = new ArrayList<>();
        Crm two = crm(settings -> settings.listener("tenants", (tenant, change) -> tenants.add(tenant.value())));
        two.session(TenantId.of("globex"), Actor.user("bob"))
                .repository(Vessel.TYPE)
                .add(Vessel.named("Borealis"));
        two.session(ACME, Actor.user("alice")).repository(Vessel.TYPE).add(Vessel.named("Aurora"));

        assertThat(tenants).containsExactly("globex", "acme");
    }

    @Test
    void saving_without_a_change_tells_nobody() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        heard.clear();

        vessels.save(vessel);

        assertThat(heard).isEmpty();
    }

    @Test
    void two_listeners_that_write_on_two_threads_do_not_block_each_other() throws InterruptedException {
        CountDownLatch bothInside = new CountDownLatch(2);
        CountDownLatch firstInside = new CountDownLatch(1);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        made.add(crm(settings -> settings.listener("a", (tenant, change) -> {
                    if (named("second", change)) {
                        meet(bothInside);
                        tonnageOf(change, 1L);
                        done.add("a");
                    }
                })
                .listener("b", (tenant, change) -> {
                    if (named("first", change)) {
                        firstInside.countDown();
                        meet(bothInside);
                        tonnageOf(change, 1L);
                        done.add("b");
                    }
                })));
        Repository<Vessel> listened = latest();
        Thread first = new Thread(() -> listened.add(Vessel.named("first")));
        first.start();
        await(firstInside);
        listened.add(Vessel.named("second"));
        first.join(20_000);

        assertThat(first.isAlive()).isFalse();
        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_change_that_commits_while_its_listener_is_busy_elsewhere_is_told_by_that_thread()
            throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        Crm slow = crm(settings -> settings.listener("slow", (tenant, change) -> {
            names.add((String) name(change));
            busy.countDown();
            await(committed);
        }));
        Repository<Vessel> listened = slow.session(ACME, Actor.user("alice")).repository(Vessel.TYPE);
        Thread first = new Thread(() -> listened.add(Vessel.named("Aurora")));
        first.start();
        await(busy);

        listened.add(Vessel.named("Borealis")); // comes back at once, though the listener is busy
        committed.countDown();
        first.join(20_000);

        assertThat(names).containsExactly("Aurora", "Borealis");
    }

    @Test
    void a_listeners_name_is_checked_when_it_is_given() {
        CrmBuilder settings = Crm.on(storage).listener("once", (tenant, change) -> {});

        assertThatThrownBy(() -> settings.listener("once", (tenant, change) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.listener("x".repeat(121), (tenant, change) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Repository<Vessel> listening(ChangeListener listener) {
        made.add(crm(settings -> settings.listener("told", listener)));
        return latest();
    }

    /** Through the CRM made last: also what listeners write with. */
    private Repository<Vessel> latest() {
        return made.get(made.size() - 1)
                .session(ACME, Actor.process("listener"))
                .repository(Vessel.TYPE);
    }

    private void tonnageOf(Change change, long tonnage) {
        Vessel vessel = latest().get(Id.of(change.record()));
        latest().save(vessel.with(Vessel.TONNAGE, tonnage));
    }

    private static boolean named(String name, Change change) {
        return change.action() == Change.Action.ADDED && name(change).equals(name);
    }

    private static Object name(Change change) {
        return change.field("name").orElseThrow().after();
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        await(latch);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
