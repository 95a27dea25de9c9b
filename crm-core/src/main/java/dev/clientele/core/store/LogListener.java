package dev.clientele.core.store;

import dev.clientele.core.change.ChangeListener;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.TenantId;
import java.util.function.BiConsumer;

/** A listener with the log that it follows and the way in which it is served. Thread-safe as far as the listener is. */
public final class LogListener {

    private final String name;
    private final String log;
    private final Delivery delivery;
    private final BiConsumer<TenantId, LogEntry> receiver;

    private LogListener(String name, String log, Delivery delivery, BiConsumer<TenantId, LogEntry> receiver) {
        this.name = name;
        this.log = log;
        this.delivery = delivery;
        this.receiver = receiver;
    }

    /** Returns a listener to the log of changes. */
    public static LogListener ofChanges(String name, Delivery delivery, ChangeListener listener) {
        return new LogListener(
                name,
                ChangeLog.TYPE.name(),
                delivery,
                (tenant, entry) -> listener.onChange(tenant, ChangeLog.fromEntry(entry)));
    }

    /**
     * Returns a listener to the events of a type.
     *
     * @throws IllegalArgumentException if the type isn't registered
     */
    public static <T extends Event<T>> LogListener ofEvents(
            String name, Delivery delivery, TypeRegistry types, EventType<T> type, BiConsumer<TenantId, T> listener) {
        EventCodec<T> codec = EventCodec.of(types.getRegistered(type));
        return new LogListener(
                name, type.name(), delivery, (tenant, entry) -> listener.accept(tenant, codec.fromEntry(entry)));
    }

    String name() {
        return name;
    }

    String log() {
        return log;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Tells it of an entry; throws whatever it throws. */
    void receive(TenantId tenant, LogEntry entry) {
        receiver.accept(tenant, entry);
    }
}
