package dev.clientele.persistence.tck;

import org.junit.jupiter.api.BeforeEach;

/** The common part of suites whose tests begin with one empty tenant. */
public abstract class TenantSuite extends StorageContract {

    TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    TenantSuite() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }
}
