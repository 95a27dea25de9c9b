package dev.clientele.persistence.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Threads of a test: what one of them throws, {@link #join} throws. */
final class TestThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> jobs = new ArrayList<>();

    void start(Job job) {
        jobs.add(threads.submit(() -> {
            job.run();
            return true;
        }));
    }

    boolean isRunning() {
        return jobs.stream().anyMatch(job -> !job.isDone());
    }

    /** Gives the threads some time, which decides nothing: those that wait for this thread's transaction need all of it. */
    void pause(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (isRunning() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    void join() {
        for (Future<?> job : jobs) {
            try {
                job.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a thread of the test failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("the test was interrupted, most likely because it took too long", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The work of a thread. */
    interface Job {
        void run() throws Exception;
    }
}
