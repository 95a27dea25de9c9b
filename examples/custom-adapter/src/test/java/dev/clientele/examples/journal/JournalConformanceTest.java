package dev.clientele.examples.journal;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;

class JournalConformanceTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new JournalFixture();
    }
}
