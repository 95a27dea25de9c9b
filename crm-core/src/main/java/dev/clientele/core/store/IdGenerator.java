package dev.clientele.core.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes UUIDs of version 7, ascending within one process as long as its clock doesn't go back. Thread-safe. */
public final class IdGenerator {

    private final TimeBasedEpochGenerator generator;

    /** Creates a generator with this clock for the time part and this source for the rest. */
    public IdGenerator(Clock clock, Random random) {
        this.generator = Generators.timeBasedEpochGenerator(random, new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** Returns a new id. */
    public UUID next() {
        return generator.generate();
    }
}
