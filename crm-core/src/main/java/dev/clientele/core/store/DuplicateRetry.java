package dev.clientele.core.store;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The duplicates that a caller's transaction meets, from run to run. Not thread-safe.
 *
 * <p>A transaction that has searched a type decides on what it found there. If a unique key of what it writes then turns out to
 * be taken, another transaction may have taken it meanwhile, and a new run sees that. A run that writes the same values again has
 * seen who holds them: the duplicate is what it was told to do.
 */
final class DuplicateRetry {

    private final Set<String> searched = new HashSet<>();
    private final Map<String, DocumentType> types = new HashMap<>();
    private final List<Document> written = new ArrayList<>();
    private Set<List<Object>> collidedBefore = Set.of();

    /** Begins a run, which has neither searched nor written anything yet. */
    void beginRun() {
        searched.clear();
        types.clear();
        written.clear();
    }

    /** Notes that the run has searched a type. */
    void noteSearch(String type) {
        searched.add(type);
    }

    /** Notes what the run is about to write of a type. */
    void noteWrites(DocumentType type, List<Write> batch) {
        if (type.uniqueKeys().isEmpty() || !searched.contains(type.name())) {
            return;
        }
        types.put(type.name(), type);
        for (Write write : batch) {
            if (write instanceof Write.Insert insert) {
                written.add(insert.document());
            } else if (write instanceof Write.Replace replace) {
                written.add(replace.document());
            }
        }
    }

    /** Returns whether a new run may decide otherwise. */
    boolean allowsRetryOf(DuplicateKeyException duplicate) {
        DocumentType type = types.get(duplicate.type());
        if (type == null) {
            return false;
        }
        Set<List<Object>> collided = new HashSet<>();
        for (UniqueKey key : type.uniqueKeys()) {
            if (key.name().equals(duplicate.key())) {
                collectValues(type, key, collided);
            }
        }
        boolean decidedOtherwise =
                collided.size() < collidedBefore.size() || Collections.disjoint(collided, collidedBefore);
        collidedBefore = collided;
        return !collided.isEmpty() && decidedOtherwise;
    }

    private void collectValues(DocumentType type, UniqueKey key, Set<List<Object>> into) {
        for (Document document : written) {
            List<Object> values = document.type().equals(type.name()) ? UniqueMatch.values(key, document) : null;
            if (values != null) {
                into.add(values);
            }
        }
    }
}
