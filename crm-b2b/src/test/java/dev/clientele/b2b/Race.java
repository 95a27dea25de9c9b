package dev.clientele.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.error.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several threads that do something at once, from a common start. */
public final class Race {

    /** The number of threads of a race. */
    public static final int THREADS = 32;

    private Race() {}

    /** What came of one thread: a value, or what was thrown. */
    public record Outcome<R>(@Nullable R value, @Nullable RuntimeException failure) {

        /** Returns whether it came to its end. */
        public boolean isDone() {
            return failure == null;
        }
    }

    /** Runs a task in each of 32 threads; fails if one is told that the database is unavailable. */
    public static <R> List<Outcome<R>> run(IntFunction<R> task) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Outcome<R>>> runners = IntStream.range(0, THREADS)
                    .<Callable<Outcome<R>>>mapToObj(i -> () -> {
                        start.await();
                        return outcome(task, i);
                    })
                    .toList();
            List<Outcome<R>> outcomes = new ArrayList<>();
            for (Future<Outcome<R>> runner : threads.invokeAll(runners)) {
                outcomes.add(runner.get());
            }
            assertThat(outcomes).extracting(Outcome::failure).doesNotHaveAnyElementsOfTypes(UnavailableException.class);
            return outcomes;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> Outcome<R> outcome(IntFunction<R> task, int i) {
        try {
            return new Outcome<>(task.apply(i), null);
        } catch (RuntimeException e) {
            return new Outcome<>(null, e);
        }
    }

    /** Runs as {@link #run} does, where nobody may fail, and returns the values. */
    public static <R> List<R> all(IntFunction<R> task) {
        List<Outcome<R>> outcomes = run(task);
        assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
        return outcomes.stream()
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .toList();
    }

    /** Runs as {@link #run} does, and returns how many came to their end; the others failed with one of these. */
    public static <R> long count(IntFunction<R> task, Class<?>... refusals) {
        List<Outcome<R>> outcomes = run(task);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isDone())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOfAny(refusals));
        return outcomes.stream().filter(Outcome::isDone).count();
    }
}
