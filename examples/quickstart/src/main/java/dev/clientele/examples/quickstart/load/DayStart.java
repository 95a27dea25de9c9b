package dev.clientele.examples.quickstart.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The sources know days without a time: everything happens as its day begins in UTC. */
public final class DayStart {

    private DayStart() {}

    /** When a day begins. */
    public static Instant of(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
