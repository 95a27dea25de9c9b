package dev.clientele.b2c.identity.linkage;

import java.util.Comparator;
import java.util.Objects;

/** The place of a record: the source that has it and its id there. Ordered by source, then id. */
public record RecordRef(String source, String id) implements Comparable<RecordRef> {
    private static final Comparator<RecordRef> ORDER =
            Comparator.comparing(RecordRef::source).thenComparing(RecordRef::id);

    /** Checks that both are there. */
    public RecordRef {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(RecordRef other) {
        return ORDER.compare(this, other);
    }
}
