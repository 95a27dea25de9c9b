package dev.clientele.b2c.identity.linkage;

import java.util.List;

/** The records that belong to one person, in order; at least one. */
public record RecordCluster(List<RecordRef> records) {

    /** Copies the records in order. */
    public RecordCluster {
        records = records.stream().sorted().toList();
        if (records.isEmpty()) {
            throw new IllegalArgumentException("records must not be empty");
        }
    }
}
