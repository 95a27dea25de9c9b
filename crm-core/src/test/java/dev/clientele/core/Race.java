package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Several threads that begin the same at once. */
final class Race {

    private Race() {}

    /** Runs work on as many threads, each given its number from 0, and returns what each has returned; fails if one has. */
    static <R> List<R> run(int threads, IntFunction<R> work) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return work.apply(number);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a thread has failed", e.getCause());
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
