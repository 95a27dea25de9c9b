package dev.clientele.persistence.tck;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records on {@link SampleSchema}, numbered so that a failing test names the same ones again. */
final class SampleRecords {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SampleRecords() {}

    /**
     * Returns the id with this number. The bits are mixed, so neither the order nor the signs of the halves follow the
     * number.
     */
    static UUID id(long number) {
        return new UUID(mixed(number * 2), mixed(number * 2 + 1));
    }

    static Document note(long number) {
        return new Document(SampleSchema.NOTE, id(number), 0, Map.of(), "note " + number);
    }

    static Document deal(long number, Map<String, Object> fields) {
        return new Document(SampleSchema.DEAL, id(number), 0, fields, "deal " + number);
    }

    static Document titled(long number, String title) {
        return deal(number, Map.of("title", title));
    }

    static Document member(long number, String email) {
        return new Document(SampleSchema.MEMBER, id(number), 0, Map.of("email", email), "member " + number);
    }

    static Document member(long number, String country, long numberInCountry) {
        Map<String, Object> fields = Map.of("country", country, "number", numberInCountry);
        return new Document(SampleSchema.MEMBER, id(number), 0, fields, "member " + number);
    }

    /** Returns computed values of the deal with this number. */
    static ComputedValues computed(long number, Map<String, Object> fields) {
        return new ComputedValues(id(number), fields);
    }

    /** Returns the document with another body. */
    static Document withBody(Document document, String body) {
        return new Document(document.type(), document.id(), document.version(), document.fields(), body);
    }

    static LogEntry audit(String key) {
        return audit(key, NOON, id(1));
    }

    static LogEntry audit(String key, Instant occurredAt, UUID... subjects) {
        return LogEntry.of(key, Set.of(subjects), occurredAt, Map.of(), "entry " + key);
    }

    static LogEntry touch(String key, Map<String, Object> fields) {
        return LogEntry.of(key, Set.of(id(1)), NOON, fields, "touch " + key);
    }

    private static long mixed(long number) {
        long bits = (number + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
