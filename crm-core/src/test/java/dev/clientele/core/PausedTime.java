package dev.clientele.core;

import dev.clientele.core.store.ElapsedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only pauses and tests move. */
final class PausedTime implements ElapsedTime {

    final List<Duration> pauses = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos));
        now.addAndGet(nanos);
    }

    void forward(Duration by) {
        now.addAndGet(by.toNanos());
    }
}
