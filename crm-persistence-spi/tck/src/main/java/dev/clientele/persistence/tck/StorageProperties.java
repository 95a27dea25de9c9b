package dev.clientele.persistence.tck;

import net.jqwik.api.Group;

/**
 * All suites of the contract that run on jqwik: extend it, say where fixtures come from, and run it. The rest is {@link
 * StorageConformance}.
 */
public abstract class StorageProperties {

    /** Creates the suites; for the adapter's test class. */
    protected StorageProperties() {}

    /** Returns a new fixture with an empty database. */
    protected abstract StorageFixture fixture();

    @Group
    class Queries extends QueryPropertyContract {
        @Override
        protected StorageFixture fixture() {
            return StorageProperties.this.fixture();
        }
    }

    @Group
    class Programs extends ProgramPropertyContract {
        @Override
        protected StorageFixture fixture() {
            return StorageProperties.this.fixture();
        }
    }
}
