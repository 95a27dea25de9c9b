package dev.clientele.b2c;

import dev.clientele.b2c.purchase.Purchase;
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
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands on a timeline over two logs: by time, newest first, then by key, then by log. The text form is a page
 * token.
 */
final class TimelineCursor {

    static final int INTERACTION = 0;
    static final int PURCHASE = 1;

    static final Comparator<TimelineCursor> NEWEST_FIRST = Comparator.comparing(
                    (TimelineCursor place) -> place.at, Comparator.reverseOrder())
            .thenComparing(place -> place.key, TimelineCursor::byCodePoint)
            .thenComparing(place -> place.log);

    private final Instant at;
    private final String key;
    private final int log;
    private final @Nullable Interaction interaction;
    private final @Nullable Purchase purchase;

    private TimelineCursor(
            Instant at, String key, int log, @Nullable Interaction interaction, @Nullable Purchase purchase) {
        this.at = at;
        this.key = key;
        this.log = log;
        this.interaction = interaction;
        this.purchase = purchase;
    }

    static TimelineCursor of(Interaction interaction) {
        return new TimelineCursor(interaction.occurredAt(), interaction.key(), INTERACTION, interaction, null);
    }

    static TimelineCursor of(Purchase purchase) {
        return new TimelineCursor(purchase.occurredAt(), purchase.key(), PURCHASE, null, purchase);
    }

    /** Returns the event at this position as an interaction. */
    Interaction toInteraction() {
        if (interaction != null) {
            return interaction;
        } else if (purchase != null) {
            return PurchaseInteractions.of(purchase);
        }
        throw new IllegalStateException("a place read from a token has no event");
    }

    /** Returns the condition on events of a log that come after this place. */
    Criteria eventsAfter(int otherLog) {
        Operator keys = otherLog > log ? Operator.AT_LEAST : Operator.ABOVE;
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, at)
                .or(Criteria.equal(LogType.OCCURRED_AT, at).and(Criteria.compare(LogType.KEY, keys, key)));
    }

    static TimelineCursor parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 3);
            if (parts.length == 3) {
                return new TimelineCursor(Instant.parse(parts[0]), parts[2], Integer.parseInt(parts[1]), null, null);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("the page token is damaged", e);
        }
        throw new IllegalArgumentException("the page token is damaged");
    }

    @Override
    public String toString() {
        byte[] text = (at + "\n" + log + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int byCodePoint(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
