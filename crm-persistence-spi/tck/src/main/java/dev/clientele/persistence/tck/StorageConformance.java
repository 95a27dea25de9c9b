package dev.clientele.persistence.tck;

import org.junit.jupiter.api.Nested;

/**
 * All suites of the contract that run on JUnit: extend it, say where fixtures come from, and run it.
 *
 * <p>The properties run on jqwik and are a class of their own, {@link StorageProperties}. What needs processes to kill is in
 * {@link CrashContract} and {@link StreamContract}.
 */
public abstract class StorageConformance {

    /** Creates the suites; for the adapter's test class. */
    protected StorageConformance() {}

    /** Returns a new fixture with an empty database. */
    protected abstract StorageFixture fixture();

    @Nested
    class Capabilities extends CapabilityContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Tenants extends TenantContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class TenantLists extends TenantListContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class WrongArguments extends ArgumentContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class ReadPathsOfSessions extends ReadPathContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Documents extends DocumentContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class ComputedFields extends ComputedContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class RoundTrips extends RoundTripContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Keys extends KeyContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class IndexUpkeep extends IndexUpkeepContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Paging extends PagingContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Limits extends LimitContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Logs extends LogContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Redactions extends RedactionContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Prunings extends PruningContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class LogKeys extends LogKeyContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Feeds extends FollowContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class ChangeOrder extends ChangeOrderContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class CriteriaOfDocuments extends CriteriaContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class SetCriteria extends SetCriteriaContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class AggregatedFigures extends AggregationContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class SelectiveReads extends SelectiveReadContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class HostTransactions extends HostTransactionContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Waiting extends WaitingContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Schemas extends SchemaContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class SchemaLifecycle extends SchemaLifecycleContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class Reopening extends ReopeningContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }

    @Nested
    class ConcurrentStorages extends ConcurrentStoragesContract {
        @Override
        protected StorageFixture fixture() {
            return StorageConformance.this.fixture();
        }
    }
}
