package dev.clientele.core.interaction;

import com.google.common.io.BaseEncoding;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The place of an event on a timeline over several logs: by time, newest first, then by key, then by log. The text form is a page
 * token.
 */
record TimelinePlace(Instant at, String key, String log) implements Comparable<TimelinePlace> {

    private static final BaseEncoding TOKEN = BaseEncoding.base64Url().omitPadding();

    /** The order in which logs are read: by time, newest first, and by key in code point order. */
    private static final Comparator<TimelinePlace> NEWEST_FIRST = Comparator.comparing(
                    TimelinePlace::at, Comparator.reverseOrder())
            .thenComparing(TimelinePlace::key, TimelinePlace::compareCodePoints)
            .thenComparing(TimelinePlace::log);

    /** Returns the criteria of the events of a log that come after this place. */
    Criteria eventsAfter(String otherLog) {
        Operator keys = otherLog.compareTo(log) > 0 ? Operator.AT_LEAST : Operator.ABOVE;
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, at)
                .or(Criteria.equal(LogType.OCCURRED_AT, at).and(Criteria.compare(LogType.KEY, keys, key)));
    }

    /** Reads a token; throws {@link IllegalArgumentException} if it is damaged. */
    static TimelinePlace parse(String token) {
        try {
            String[] parts = new String(TOKEN.decode(token), StandardCharsets.UTF_8).split("\n", 3);
            if (parts.length == 3) {
                return new TimelinePlace(Instant.parse(parts[0]), parts[2], parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidValueException("", ViolationCode.DAMAGED, "the page token is damaged");
        }
        throw new InvalidValueException("", ViolationCode.DAMAGED, "the page token is damaged");
    }

    @Override
    public int compareTo(TimelinePlace other) {
        return NEWEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return TOKEN.encode((at + "\n" + log + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static int compareCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
