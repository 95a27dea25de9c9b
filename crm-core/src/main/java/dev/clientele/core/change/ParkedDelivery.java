package dev.clientele.core.change;

import dev.clientele.persistence.Position;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry of a log on which a listener has failed as often as it was to be tried, put aside so that the entries after it
 * could go on. Immutable.
 *
 * @param id identifies it within the tenant
 * @param listener name of the listener
 * @param log {@code change} for a change, or the name of the event type
 * @param key of the change or event
 * @param position of the entry in its log
 * @param reason class of the exception and of what caused it; with the message if it is one of the library's own, which holds no
 *     personal data
 * @param attempts how often it was tried
 * @param parkedAt when it was put aside, by the host's clock
 */
public record ParkedDelivery(
        UUID id,
        String listener,
        String log,
        String key,
        Position position,
        String reason,
        int attempts,
        Instant parkedAt) {

    /** Checks that nothing is null. */
    public ParkedDelivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(parkedAt, "parkedAt");
    }
}
