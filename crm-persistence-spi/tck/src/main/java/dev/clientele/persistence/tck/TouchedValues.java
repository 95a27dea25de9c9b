package dev.clientele.persistence.tck;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of indexed fields that a program has stored or taken away last, committed or not, as questions: what an index still
 * has, or has no more, shows in their answers.
 */
final class TouchedValues {

    private static final int MOST = 32;

    private static final Map<String, List<String>> FIELDS = Map.of(
            SampleSchema.DEAL,
            List.of("tags", "signals", "title", "segment"),
            SampleSchema.MEMBER,
            List.of("email", "country"));

    private final Deque<Query> queries = new ArrayDeque<>();

    /** Notes what a document had and has; null if there was or is none. */
    void note(@Nullable Document before, @Nullable Document after) {
        note(after);
        note(before);
    }

    private void note(@Nullable Document document) {
        if (document != null) {
            for (String field : FIELDS.getOrDefault(document.type(), List.of())) {
                Object value = document.read(field);
                if (value instanceof Set<?> set) {
                    set.forEach(element -> note(document.type(), Criteria.has(field, (String) element)));
                } else if (value != null) {
                    note(document.type(), Criteria.equal(field, value));
                }
            }
        }
    }

    private void note(String type, Criteria criteria) {
        Query query = Query.where(type, criteria);
        queries.remove(query);
        queries.addFirst(query);
        if (queries.size() > MOST) {
            queries.removeLast();
        }
    }

    /** Returns the questions, those about the latest values first. */
    List<Query> queries() {
        return List.copyOf(queries);
    }
}
