package dev.clientele.core.store;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.Write;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a transaction read lately, so that who reads a record and then saves it needs no second look at the
 * version that it was read at. Whether that is still the stored one is found out by the write. Not thread-safe.
 */
final class ReadCache {

    private static final int MAX_DOCUMENTS = 10_000; // the largest page

    private final Map<UUID, Document> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Document> eldest) {
            return size() > MAX_DOCUMENTS;
        }
    };

    void add(Document document) {
        byId.put(document.id(), document);
    }

    void evict(Write write) {
        byId.remove(write.id());
    }

    @Nullable
    Document find(String type, UUID id, long version) {
        Document document = byId.get(id);
        return document != null
                        && document.version() == version
                        && document.type().equals(type)
                ? document
                : null;
    }
}
