package dev.clientele.core.store;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.change.ParkedDelivery;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The parked deliveries in storage, each by reference to its entry. Thread-safe. */
final class ParkedEntries {

    private static final int MAX_REASON = 1000;

    static final DocumentType TYPE = new DocumentType(
            "parked_delivery",
            List.of(
                    DeclaredField.text("listener", 120),
                    DeclaredField.text("log", 48),
                    DeclaredField.text("entry_key", 300),
                    DeclaredField.text("after", 40),
                    DeclaredField.text("position", 40),
                    DeclaredField.text("reason", MAX_REASON),
                    DeclaredField.of("attempts", FieldType.INTEGER),
                    DeclaredField.of("parked_at", FieldType.INSTANT)),
            List.of(),
            List.of(Index.on("by_listener", "listener")));

    private final Storage storage;

    ParkedEntries(Storage storage) {
        this.storage = storage;
    }

    /** Returns the parked delivery of an entry, to be stored. */
    static Write park(UUID id, Lane lane, LogEntry entry, Position after, Throwable reason, int attempts, Instant now) {
        return new Write.Insert(new Document(
                TYPE.name(),
                id,
                0,
                ImmutableMap.<String, Object>builder()
                        .put("listener", lane.listener().name())
                        .put("log", lane.log())
                        .put("entry_key", entry.key())
                        .put("after", after.toString())
                        .put(
                                "position",
                                Objects.requireNonNull(entry.position()).toString())
                        .put("reason", describe(reason))
                        .put("attempts", (long) attempts)
                        .put("parked_at", now)
                        .buildOrThrow(),
                "{}"));
    }

    /** Returns the parked delivery after one more failure, to be stored. */
    static Write failedAgain(Document parked, Throwable reason) {
        ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
        fields.putAll(parked.fields());
        fields.put("reason", describe(reason));
        fields.put("attempts", attempts(parked) + 1);
        return new Write.Replace(
                new Document(TYPE.name(), parked.id(), parked.version(), fields.buildKeepingLast(), parked.body()));
    }

    static Write removal(Document parked) {
        return new Write.Delete(TYPE.name(), parked.id(), parked.version());
    }

    /** Returns the classes of an exception and its causes, with those messages that are known to hold no personal data. */
    private static String describe(Throwable reason) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable each = reason; each != null && depth < 8; each = each.getCause(), depth++) {
            text.append(depth == 0 ? "" : ", caused by ").append(each.getClass().getName());
            if (each instanceof ClienteleException) {
                text.append(": ").append(each.getMessage());
            }
        }
        return text.codePointCount(0, text.length()) <= MAX_REASON
                ? text.toString()
                : text.substring(0, text.offsetByCodePoints(0, MAX_REASON));
    }

    List<ParkedDelivery> first(TenantId tenant, int limit) {
        Query query =
                new Query(TYPE.name(), Criteria.always(), List.of(new Sort("parked_at", SortDirection.ASCENDING)));
        try (StorageSession session = storage.read(tenant)) {
            return session.page(query, PageRequest.first(limit)).items().stream()
                    .map(ParkedEntries::fromDocument)
                    .toList();
        }
    }

    long count(TenantId tenant, Lane lane) {
        Criteria own = Criteria.equal("listener", lane.listener().name()).and(Criteria.equal("log", lane.log()));
        if (!PushDown.of(own, storage).isComplete()) {
            return first(tenant, PageRequest.MAX_LIMIT).stream()
                    .filter(each -> each.listener().equals(lane.listener().name())
                            && each.log().equals(lane.log()))
                    .count();
        }
        try (StorageSession session = storage.read(tenant)) {
            return session.aggregate(new Aggregation(TYPE.name(), own, List.of(), List.of(Measure.count())))
                    .get(0)
                    .count(0);
        }
    }

    /**
     * Finds a parked delivery as it is stored.
     *
     * @throws NotFoundException if it is gone
     */
    Document get(TenantId tenant, ParkedDelivery parked) {
        try (StorageSession session = storage.read(tenant)) {
            return session.find(TYPE.name(), parked.id())
                    .orElseThrow(() -> new NotFoundException(TYPE.name(), parked.id()));
        }
    }

    /** Finds the entry of a parked delivery; empty if it has been pruned. */
    Optional<LogEntry> findEntry(Lane lane, Document parked) {
        try (StorageSession session = storage.read(lane.tenant())) {
            return session.follow(lane.log(), Position.parse(text(parked, "after")), 1).stream()
                    .filter(entry -> entry.key().equals(text(parked, "entry_key")))
                    .findFirst();
        }
    }

    /** Removes all that is parked of a listener. */
    void forget(TenantId tenant, String listener) {
        try (StorageSession session = storage.write(tenant)) {
            List<Write> removals;
            try (Stream<Document> all = session.scan(Query.where(TYPE.name(), Criteria.always()))) {
                removals = all.filter(document -> listener.equals(document.read("listener")))
                        .map(ParkedEntries::removal)
                        .toList();
            }
            session.write(removals);
            session.commit();
        }
    }

    /** Removes a parked delivery as it was read. */
    void remove(TenantId tenant, Document parked) {
        try (StorageSession session = storage.write(tenant)) {
            session.write(List.of(removal(parked)));
            session.commit();
        }
    }

    private static long attempts(Document parked) {
        return (Long) Objects.requireNonNull(parked.read("attempts"));
    }

    static String text(Document parked, String field) {
        return (String) Objects.requireNonNull(parked.read(field));
    }

    private static ParkedDelivery fromDocument(Document document) {
        return new ParkedDelivery(
                document.id(),
                text(document, "listener"),
                text(document, "log"),
                text(document, "entry_key"),
                Position.parse(text(document, "position")),
                text(document, "reason"),
                Math.toIntExact(attempts(document)),
                (Instant) Objects.requireNonNull(document.read("parked_at")));
    }
}
