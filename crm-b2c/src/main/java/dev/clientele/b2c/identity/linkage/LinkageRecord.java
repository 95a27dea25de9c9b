package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record as its source has it: an id and one raw value for each attribute, null where there is none. */
public record LinkageRecord(String id, List<@Nullable String> values) {

    /** Copies the values. */
    public LinkageRecord {
        Objects.requireNonNull(id, "id");
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Returns a text without the values, which are personal. */
    @Override
    public String toString() {
        return "LinkageRecord[values=" + values.size() + "]";
    }
}
