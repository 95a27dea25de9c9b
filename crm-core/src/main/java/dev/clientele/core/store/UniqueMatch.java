package dev.clientele.core.store;

import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search for stored records that new ones can't be added beside: those with the same id or the same values of a unique key.
 * Reads within one transaction, a batch at a time.
 */
final class UniqueMatch<T extends Entity<T>> {

    /** The parts of one question: well below the limit on a criteria's size. */
    private static final int MAX_PARTS = 500;

    /** In the place of the id that a draft hasn't got yet. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final EntityType<T> type;
    private final EntityCodec<T> codec;
    private final SessionContext scope;
    private final UnitOfWork unit;
    private final AccessCheck access;

    UniqueMatch(SessionContext scope, UnitOfWork unit, EntityType<T> type) {
        this.type = type;
        this.codec = EntityCodec.of(type);
        this.scope = scope;
        this.unit = unit;
        this.access = new AccessCheck(scope, type.name());
    }

    /** The identity of a draft: its id, under no key, or its values of a key. */
    record Identity(String key, List<Object> values) {}

    /**
     * Returns what identifies a draft, its id first, then its unique keys in declared order.
     *
     * @throws IllegalArgumentException if nothing does
     */
    List<Identity> identities(T draft) {
        List<Identity> identities = new ArrayList<>();
        draft.findId().ifPresent(id -> identities.add(new Identity("", List.of(id.value()))));
        Document document = codec.toDocument(draft.findId().isPresent() ? draft : codec.withStored(draft, NO_ID, 0));
        for (UniqueKey key : codec.documentType().uniqueKeys()) {
            List<Object> values = values(key, document);
            if (values != null) {
                identities.add(new Identity(key.name(), values));
            }
        }
        if (identities.isEmpty()) {
            throw new IllegalArgumentException(
                    "this " + type.name() + " has neither an id nor all values of a unique key to be found by");
        }
        return identities;
    }

    /** Returns the values of a key; null if one is missing, since the key doesn't bind such a document. */
    static @Nullable List<Object> values(UniqueKey key, Document document) {
        List<Object> values = new ArrayList<>();
        for (String field : key.fields()) {
            Object value = document.read(field);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /**
     * Finds the stored records with one of these identities.
     *
     * @throws DeniedException if there is one that the actor may not see
     */
    Map<Identity, T> find(List<Identity> identities) {
        Set<UUID> ids = new HashSet<>();
        Map<Identity, Criteria> byKey = new HashMap<>();
        for (Identity identity : identities) {
            if (identity.key().isEmpty()) {
                ids.add((UUID) identity.values().get(0));
            } else {
                byKey.put(identity, criteria(identity));
            }
        }
        Map<Identity, T> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document document : unit.findAndTrack(type.name(), List.copyOf(ids))) {
                found.put(new Identity("", List.of(document.id())), visible(document));
            }
        }
        List<Criteria> question = new ArrayList<>();
        int parts = 0;
        for (Criteria alternative : byKey.values()) {
            if (parts + alternative.size() > MAX_PARTS) {
                addFound(Criteria.anyOf(question), byKey.keySet(), found);
                question.clear();
                parts = 0;
            }
            question.add(alternative);
            parts += alternative.size();
        }
        if (!question.isEmpty()) {
            addFound(Criteria.anyOf(question), byKey.keySet(), found);
        }
        return found;
    }

    private void addFound(Criteria which, Set<Identity> asked, Map<Identity, T> found) {
        PushDown pushDown = PushDown.of(which, scope.storage());
        try (Stream<Document> documents = unit.session().scan(Query.where(type.name(), pushDown.pushed()))) {
            documents.filter(pushDown.residual()::test).forEach(document -> {
                unit.relyOn(DocumentKey.of(document));
                T record = visible(unit.addToCache(document));
                for (UniqueKey key : codec.documentType().uniqueKeys()) {
                    List<Object> values = values(key, document);
                    if (values != null && asked.contains(new Identity(key.name(), values))) {
                        found.put(new Identity(key.name(), values), record);
                    }
                }
            });
        }
    }

    private T visible(Document document) {
        if (!access.canRead(document)) {
            throw new DeniedException(
                    type.name(), "the actor may not see the " + type.name() + " that is there already");
        }
        return codec.fromDocument(document);
    }

    private Criteria criteria(Identity identity) {
        UniqueKey key = codec.documentType().uniqueKeys().stream()
                .filter(each -> each.name().equals(identity.key()))
                .findFirst()
                .orElseThrow();
        List<Criteria> parts = new ArrayList<>();
        for (int i = 0; i < key.fields().size(); i++) {
            String field = key.fields().get(i);
            Object value = Objects.requireNonNull(identity.values().get(i));
            parts.add(Criteria.equal(field, field.equals(DocumentType.ID) ? value.toString() : value));
        }
        return Criteria.allOf(parts);
    }
}
