package dev.clientele.core;

import dev.clientele.core.store.ElapsedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that only pauses and tests move. */
final class PausedTime implements ElapsedTime {

    final List<Duration> pauses = new ArrayList<>();
    private volatile long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos));
        now += nanos;
    }

    void forward(Duration by) {
        now += by.toNanos();
    }
}
