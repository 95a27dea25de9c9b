package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index of the documents of a type by some of their fields, then by id. It serves unique keys and indexes alike. */
final class FieldIndex {

    private final List<String> fields;
    private final PersistentTreeMap<Document, Document> rows;

    private FieldIndex(List<String> fields, PersistentTreeMap<Document, Document> rows) {
        this.fields = fields;
        this.rows = rows;
    }

    static FieldIndex over(List<String> fields) {
        Comparator<Document> byFields = (left, right) -> {
            for (String field : fields) {
                int order = ValueOrder.compareMissingLast(left.read(field), right.read(field), SortDirection.ASCENDING);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
        return new FieldIndex(
                fields, PersistentTreeMap.orderedBy(byFields.thenComparing(Document::id, IdOrder.INSTANCE)));
    }

    List<String> fields() {
        return fields;
    }

    FieldIndex with(Document document) {
        return new FieldIndex(fields, rows.with(document, document));
    }

    FieldIndex without(Document document) {
        return new FieldIndex(fields, rows.without(document));
    }

    /** Tells whether another document has the same values, all of them present. */
    boolean hasDuplicate(Document document) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String field : fields) {
            Object value = document.read(field);
            if (value == null) {
                return false;
            }
            values.add(value);
        }
        return equalTo(values).anyMatch(other -> !other.id().equals(document.id()));
    }

    /** Returns the documents whose leading fields have these values, by the rest of the fields and id. */
    Stream<Document> equalTo(List<? extends @Nullable Object> values) {
        Iterator<Document> from = rows.ascending(row -> compare(row, values) >= 0);
        return RowStreams.stream(from).takeWhile(row -> compare(row, values) == 0);
    }

    private int compare(Document row, List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            int order = ValueOrder.compareMissingLast(row.read(fields.get(i)), values.get(i), SortDirection.ASCENDING);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
