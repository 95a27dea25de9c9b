package dev.clientele.examples.quickstart.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.examples.quickstart.source.ProgressListener;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private static final List<Integer> NUMBERS = List.of(1, 2, 3, 4, 5, 6, 7);

    @TempDir
    private Path folder;

    private Storage storage;
    private CrmSession session;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("steps.db"));
        session = Crm.on(storage).type(LoadStep.TYPE).build().session(TenantId.of("test"), Actor.process("test"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private LoadSteps steps() {
        return new LoadSteps(session, ProgressListener.none());
    }

    private static List<Remark> note(CrmSession tx, List<Integer> numbers) {
        numbers.forEach(number -> tx.timeline()
                .record(Interaction.of(
                        Channel.NOTE, Direction.INTERNAL, Instant.EPOCH, StableId.of("number", number))));
        return List.of(new Remark(numbers.size(), "numbers"));
    }

    @Test
    void a_step_that_breaks_off_goes_on_after_its_last_whole_batch() {
        assertThatThrownBy(() -> steps().run("count", () -> NUMBERS, 2, (tx, some) -> {
                    List<Remark> remarks = note(tx, some);
                    if (some.contains(5)) {
                        throw new IllegalStateException("the power fails");
                    }
                    return remarks;
                }))
                .hasMessage("the power fails");
        assertThat(session.timeline().all().count()).isEqualTo(4);

        List<Integer> second = new ArrayList<>();
        steps().run("count", () -> NUMBERS, 2, (tx, some) -> {
            second.addAll(some);
            return note(tx, some);
        });
        assertThat(second).containsExactly(5, 6, 7);
        assertThat(session.timeline().all().count()).isEqualTo(7);
    }

    @Test
    void remarks_of_all_batches_add_up() {
        steps().run("count", () -> NUMBERS, 2, StepsTest::note);
        assertThat(session.repository(LoadStep.TYPE).get(LoadStep.idOf("count")).remarks())
                .containsExactly(new Remark(7, "numbers"));
    }

    @Test
    void a_finished_step_does_not_ask_for_its_source() {
        steps().run("count", () -> NUMBERS, 3, StepsTest::note);
        steps().run(
                        "count",
                        () -> {
                            throw new AssertionError("asked");
                        },
                        3,
                        StepsTest::note);
        assertThat(session.timeline().all().count()).isEqualTo(7);
    }

    @Test
    void steps_are_finished_when_each_of_them_is() {
        steps().run("one", () -> NUMBERS, 3, StepsTest::note);
        assertThat(steps().areFinished(List.of("one"))).isTrue();
        assertThat(steps().areFinished(List.of("one", "two"))).isFalse();
    }

    @Test
    void a_step_without_records_is_finished_too() {
        steps().run("none", List::<Integer>of, 3, StepsTest::note);
        assertThat(steps().areFinished(List.of("none"))).isTrue();
    }

    @Test
    void two_runs_at_once_do_not_load_the_same_batch() {
        assertThatThrownBy(() -> steps().run(
                                "count",
                                () -> {
                                    steps().run("count", () -> NUMBERS, 2, StepsTest::note);
                                    return NUMBERS;
                                },
                                2,
                                StepsTest::note))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another run");
        assertThat(session.timeline().all().count()).isEqualTo(7);
    }

    @Test
    void progress_ends_with_everything_done() {
        List<String> reported = new ArrayList<>();
        new LoadSteps(session, (step, done, total) -> reported.add(step + " " + done + "/" + total))
                .run("count", () -> NUMBERS, 3, StepsTest::note);
        assertThat(reported).containsExactly("count 0/1", "count 0/7", "count 3/7", "count 6/7", "count 7/7");
    }
}
