package dev.clientele.examples.journal;

import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.StorageProperties;

class JournalConformancePropertyTest extends StorageProperties {

    @Override
    protected StorageFixture fixture() {
        return new JournalFixture();
    }
}
