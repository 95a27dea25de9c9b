package dev.clientele.b2c.identity.linkage;

import java.util.List;
import java.util.Objects;

/** A named set of records that were collected by one system; no two have the same id. */
public record LinkageSource(String name, List<LinkageRecord> records) {

    /** Copies the records. */
    public LinkageSource {
        Objects.requireNonNull(name, "name");
        records = List.copyOf(records);
    }

    /** Returns a text without the records, which are personal. */
    @Override
    public String toString() {
        return "LinkageSource[name=" + name + ", records=" + records.size() + "]";
    }
}
