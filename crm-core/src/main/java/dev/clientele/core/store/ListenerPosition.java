package dev.clientele.core.store;

import com.google.common.collect.ImmutableMap;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The position that a listener has reached, as a document. */
record ListenerPosition(UUID id, long version, Position position) {

    static final DocumentType TYPE = new DocumentType(
            "subscription",
            List.of(DeclaredField.text("listener", 120), DeclaredField.text("position", 40)),
            List.of(),
            List.of());

    static UUID id(String listener) {
        return UUID.nameUUIDFromBytes(("subscription:" + listener).getBytes(StandardCharsets.UTF_8));
    }

    static ListenerPosition of(String listener, @Nullable Document document) {
        return document == null
                ? new ListenerPosition(id(listener), 0, Position.START)
                : new ListenerPosition(
                        document.id(), document.version(), Position.parse(String.valueOf(document.read("position"))));
    }

    Document toDocument(String listener, Position reached) {
        return new Document(
                TYPE.name(), id, version, ImmutableMap.of("listener", listener, "position", reached.toString()), "{}");
    }
}
