package dev.clientele.testing;

import java.util.ArrayList;
import java.util.Arrays;
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

/** Several threads that do something at once, from a common start; each does it once, with the patience that everybody has. */
public final class Race {

    /** The number of threads of a race for which no other is given. */
    public static final int THREADS = 32;

    private Race() {}

    /**
     * The outcome of one thread: a value, or what was thrown.
     *
     * @param value null if it failed
     * @param failure null if it came to its end
     */
    public record Outcome<R>(@Nullable R value, @Nullable RuntimeException failure) {

        /** Returns whether it came to its end. */
        public boolean isDone() {
            return failure == null;
        }
    }

    /** Runs a task in each of 32 threads, which are numbered from 0. */
    public static <R> List<Outcome<R>> run(IntFunction<R> task) {
        return run(THREADS, task);
    }

    private static <R> List<Outcome<R>> run(int number, IntFunction<R> task) {
        CyclicBarrier start = new CyclicBarrier(number);
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Callable<Outcome<R>>> runners = IntStream.range(0, number)
                    .<Callable<Outcome<R>>>mapToObj(i -> () -> {
                        start.await();
                        return outcome(task, i);
                    })
                    .toList();
            List<Outcome<R>> outcomes = new ArrayList<>();
            for (Future<Outcome<R>> runner : threads.invokeAll(runners)) {
                outcomes.add(runner.get());
            }
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
        return all(THREADS, task);
    }

    /** Runs a task in so many threads, where nobody may fail, and returns the values. */
    public static <R> List<R> all(int threads, IntFunction<R> task) {
        List<Outcome<R>> outcomes = run(threads, task);
        outcomes.forEach(outcome -> requireRefusal(outcome, List.of()));
        return outcomes.stream()
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .toList();
    }

    /**
     * Runs as {@link #run} does, and returns how many came to their end; the others failed with one of these. Nobody may be told
     * that the database is unavailable.
     */
    public static <R> long count(IntFunction<R> task, Class<?>... refusals) {
        List<Outcome<R>> outcomes = run(task);
        outcomes.forEach(outcome -> requireRefusal(outcome, Arrays.asList(refusals)));
        return outcomes.stream().filter(Outcome::isDone).count();
    }

    private static void requireRefusal(Outcome<?> outcome, List<Class<?>> refusals) {
        RuntimeException failure = outcome.failure();
        if (failure != null && refusals.stream().noneMatch(refusal -> refusal.isInstance(failure))) {
            throw new AssertionError("a thread has failed, and not with one of " + refusals, failure);
        }
    }
}
