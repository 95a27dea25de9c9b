package dev.clientele.b2b.scenario;

import dev.clientele.b2b.Store;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the scenarios that only look at the real sales pipeline one reading of it for each database. */
final class SalesOnce implements BeforeAllCallback {

    private ExtensionContext.Store readings;

    @Override
    public void beforeAll(ExtensionContext context) {
        readings = context.getRoot().getStore(ExtensionContext.Namespace.create(SalesOnce.class));
    }

    /** The reading on a database; it is closed when all tests are done. */
    ImportedSales on(Store store) {
        return readings.getOrComputeIfAbsent(store, ImportedSales::new, ImportedSales.class);
    }
}
