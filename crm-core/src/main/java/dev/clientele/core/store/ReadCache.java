package dev.clientele.core.store;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.clientele.persistence.Document;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a transaction read lately, so that who reads a record and then saves it needs no second look at the
 * version that it was read at. Whether that is still the stored one is found out by the write. Not thread-safe.
 */
final class ReadCache {

    private static final int DOCUMENT_WEIGHT = 1000; // what its columns and objects take, roughly in characters

    /** The weight of the largest page, if bodies are as short as most. */
    private static final long MAX_WEIGHT = 20_000_000;

    private final Cache<UUID, Document> byId = CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(MAX_WEIGHT)
            .weigher((UUID id, Document document) ->
                    DOCUMENT_WEIGHT + document.body().length())
            .build();

    void add(Document document) {
        byId.put(document.id(), document);
    }

    void evict(UUID id) {
        byId.invalidate(id);
    }

    @Nullable
    Document find(String type, UUID id, long version) {
        Document document = byId.getIfPresent(id);
        return document != null
                        && document.version() == version
                        && document.type().equals(type)
                ? document
                : null;
    }
}
