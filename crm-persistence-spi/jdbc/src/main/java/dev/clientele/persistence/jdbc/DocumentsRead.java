package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a session has read last, so that a replacement can leave alone what stays as it is. What a caller says
 * about the content before counts for nothing: only the very document that this session gave is taken for what is stored at its
 * version. Not thread-safe.
 */
final class DocumentsRead {

    private static final int MAX_DOCUMENTS = 2000;

    private final Map<DocumentKey, Document> byKey = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentKey, Document> eldest) {
            return size() > MAX_DOCUMENTS;
        }
    };

    /** Adds what was read, and returns it. */
    List<Document> add(List<Document> documents) {
        documents.forEach(document -> byKey.put(DocumentKey.of(document), document));
        return documents;
    }

    /** Returns the content that a replacement is known to replace; null if this session hasn't read it lately. */
    @SuppressWarnings("ReferenceEquality") // the very document that was given out
    @Nullable
    Document before(Write.Replace replace) {
        Document before = replace.before();
        return before != null && byKey.get(DocumentKey.of(before)) == before ? before : null;
    }
}
