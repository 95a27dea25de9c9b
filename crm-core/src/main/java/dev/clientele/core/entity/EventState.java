package dev.clientele.core.entity;

import dev.clientele.core.codec.EventValues;

/**
 * The state of an {@link Event}: handed to its constructor, of no further use to callers.
 *
 * @param <T> the event's type
 */
public final class EventState<T extends Event<T>> {

    final EventType<T> type;
    final EventValues values;

    EventState(EventType<T> type, EventValues values) {
        this.type = type;
        this.values = values;
    }
}
