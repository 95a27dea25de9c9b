package dev.clientele.core.store;

import com.google.common.collect.ImmutableMap;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The position that a listener has reached in its log, and which process serves it until when, as a document.
 *
 * @param version of the document; 0 if there is none yet
 * @param owner the process that serves the listener; null if none does
 * @param until when the owner's lease expires
 */
record ListenerPosition(
        String listener,
        String log,
        long version,
        Position position,
        @Nullable String owner,
        @Nullable Instant until) {

    static final DocumentType TYPE = new DocumentType(
            "subscription",
            List.of(
                    DeclaredField.text("listener", 120),
                    DeclaredField.text("position", 40),
                    DeclaredField.text("log", 48),
                    DeclaredField.text("owner", 40),
                    DeclaredField.of("leased_until", FieldType.INSTANT)),
            List.of(),
            List.of());

    static UUID id(String listener, String log) {
        String name = log.equals(ChangeLog.TYPE.name())
                ? "subscription:" + listener
                : "events of " + log + " for:" + listener;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static ListenerPosition start(String listener, String log) {
        return new ListenerPosition(listener, log, 0, Position.START, null, null);
    }

    static ListenerPosition of(Document document) {
        Object log = document.read("log");
        return new ListenerPosition(
                String.valueOf(document.read("listener")),
                log == null ? ChangeLog.TYPE.name() : (String) log,
                document.version(),
                Position.parse(String.valueOf(document.read("position"))),
                (String) document.read("owner"),
                (Instant) document.read("leased_until"));
    }

    boolean isLeasedToOther(String process, Instant now) {
        return owner != null && !owner.equals(process) && until != null && now.isBefore(until);
    }

    boolean isLeasedTo(String process) {
        return process.equals(owner);
    }

    /** Returns this, served by a process until its lease expires. */
    ListenerPosition leased(String process, Instant newUntil) {
        return new ListenerPosition(listener, log, version, position, process, newUntil);
    }

    /** Returns this, served by nobody. */
    ListenerPosition released() {
        return new ListenerPosition(listener, log, version, position, null, null);
    }

    /** Returns this at a position. */
    ListenerPosition at(Position reached) {
        return new ListenerPosition(listener, log, version, reached, owner, until);
    }

    /** Returns this as it is after it was stored. */
    ListenerPosition stored() {
        return new ListenerPosition(listener, log, version + 1, position, owner, until);
    }

    Write toWrite() {
        ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
        fields.put("listener", listener).put("position", position.toString()).put("log", log);
        if (owner != null && until != null) {
            fields.put("owner", owner).put("leased_until", until);
        }
        Document document = new Document(TYPE.name(), id(listener, log), version, fields.buildOrThrow(), "{}");
        return version == 0 ? new Write.Insert(document) : new Write.Replace(document);
    }
}
