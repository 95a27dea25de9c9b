package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** An index of the documents of a type by each element of one of their text sets, then by id. Immutable. */
final class TextSetIndex {

    private final String field;
    private final PersistentTreeMap<ElementEntry, ElementEntry> rows;

    private TextSetIndex(String field, PersistentTreeMap<ElementEntry, ElementEntry> rows) {
        this.field = field;
        this.rows = rows;
    }

    static TextSetIndex over(String field) {
        return new TextSetIndex(field, PersistentTreeMap.orderedBy(ElementEntry.ORDER));
    }

    String field() {
        return field;
    }

    TextSetIndex with(Document document) {
        PersistentTreeMap<ElementEntry, ElementEntry> later = rows;
        for (String element : elements(document)) {
            ElementEntry entry = new ElementEntry(element, document);
            later = later.with(entry, entry);
        }
        return new TextSetIndex(field, later);
    }

    TextSetIndex without(Document document) {
        PersistentTreeMap<ElementEntry, ElementEntry> later = rows;
        for (String element : elements(document)) {
            later = later.without(new ElementEntry(element, document));
        }
        return new TextSetIndex(field, later);
    }

    /** Returns the documents whose set has at least one of these elements, each once. */
    Stream<Document> havingAny(Collection<String> wanted) {
        if (wanted.size() == 1) {
            return having(wanted.iterator().next());
        }
        Map<UUID, Document> found = new TreeMap<>(IdOrder.INSTANCE);
        wanted.forEach(element -> having(element).forEach(row -> found.put(row.id(), row)));
        return found.values().stream();
    }

    private Stream<Document> having(String element) {
        return RowStreams.stream(rows.ascending(entry -> ValueOrder.TEXT.compare(entry.element(), element) >= 0))
                .takeWhile(entry -> entry.element().equals(element))
                .map(ElementEntry::document);
    }

    private Set<String> elements(Document document) {
        if (!(document.read(field) instanceof Set<?> set)) {
            return Set.of();
        }
        @SuppressWarnings("unchecked") // what is stored is canonical: a text set holds texts
        Set<String> elements = (Set<String>) set;
        return elements;
    }

    /** A document under one element of its set. */
    private record ElementEntry(String element, Document document) {
        static final Comparator<ElementEntry> ORDER = Comparator.comparing(ElementEntry::element, ValueOrder.TEXT)
                .thenComparing(entry -> entry.document().id(), IdOrder.INSTANCE);
    }
}
