package dev.clientele.b2c.identity.survivorship;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edits by people of the elements of one list or set: they took them away, put them in order, said that they aren't verified. */
final class ElementEdits<E> {

    private static final Comparator<SaidRecord> LATEST =
            Comparator.comparing(SaidRecord::saidAt).reversed().thenComparing(SaidRecord::key);

    private final ElementsPart<E> part;
    private final FieldRule rule;
    private final Map<String, Instant> removed = new HashMap<>();
    private final Set<String> denied = new HashSet<>();
    private final Map<String, Integer> places = new HashMap<>();

    ElementEdits(String field, ElementsPart<E> part, List<SaidRecord> records, FieldRule rule) {
        this.part = part;
        this.rule = rule;
        records.stream().filter(SaidRecord::isByHand).sorted(LATEST).forEach(record -> read(field, record));
    }

    private void read(String field, SaidRecord record) {
        for (String digest : record.edit(field).removed()) {
            if (digest.startsWith("!")) {
                denied.add(digest);
            } else {
                Instant since = record.since(statement -> statement.edits().containsKey(field)
                        && statement.edits().get(field).removed().contains(digest));
                removed.merge(digest, since, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        List<String> order = record.edit(field).order();
        if (rule.handFirst()) {
            (order.isEmpty()
                            ? part.identities(part.said(record)).stream()
                                    .map(Digests::of)
                                    .toList()
                            : order)
                    .forEach(digest -> places.putIfAbsent(digest, places.size()));
        }
    }

    /** Returns whether people took an element away and nobody has entered it since. */
    boolean remove(Element<E> element) {
        Instant away = removed.isEmpty() ? null : removed.get(element.digest());
        if (away == null) {
            return false;
        }
        return element.candidates().stream()
                .filter(each -> each.isByHand() || !rule.handFirst())
                .allMatch(each -> since(each, element).isBefore(away));
    }

    private Instant since(Candidate<E> candidate, Element<E> element) {
        return candidate
                .record()
                .since(statement -> part.identities(part.said(candidate.record().asOf(statement)))
                        .contains(element.identity()));
    }

    void denyVerification(Element<E> element) {
        if (rule.handFirst() && !denied.isEmpty() && denied.contains(ElementDigest.denialOf(element.digest()))) {
            element.denyVerification();
        }
    }

    /** Returns the place that people gave to an element; that of all others comes after. */
    int position(Element<E> element) {
        return places.isEmpty() ? 0 : places.getOrDefault(element.digest(), Integer.MAX_VALUE);
    }
}
