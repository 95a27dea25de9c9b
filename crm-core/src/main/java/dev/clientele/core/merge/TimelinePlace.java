package dev.clientele.core.merge;

import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;

/**
 * Where an interaction stands on a timeline over several records: by time, newest first, then by key. The text form is a page
 * token.
 */
record TimelinePlace(Instant at, String key) {

    static final Comparator<Interaction> NEWEST_FIRST = Comparator.comparing(
                    Interaction::occurredAt, Comparator.reverseOrder())
            .thenComparing(Interaction::key, TimelinePlace::byCodePoint);

    static TimelinePlace of(Interaction interaction) {
        return new TimelinePlace(interaction.occurredAt(), interaction.key());
    }

    /** What comes after this place. */
    Criteria beyond() {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, at)
                .or(Criteria.equal(LogType.OCCURRED_AT, at).and(Criteria.compare(LogType.KEY, Operator.ABOVE, key)));
    }

    static TimelinePlace parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 2);
            if (parts.length == 2) {
                return new TimelinePlace(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("the page token is damaged", e);
        }
        throw new IllegalArgumentException("the page token is damaged");
    }

    @Override
    public String toString() {
        byte[] text = (at + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
