package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.ProgressListener;
import dev.clientele.examples.quickstart.source.SourceDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The open source: one stream per kind of record, each in the order of its key and to be closed by whoever asked for it.
 * One thread at a time. Opening takes about a second.
 *
 * <pre>{@code
 * try (SteelWheels source = SteelWheels.open(ProgressListener.none());
 *         Stream<Order> orders = source.orders()) {
 *     orders.forEach(order -> ...);
 * }
 * }</pre>
 */
public final class SteelWheels implements AutoCloseable {

    private static final Set<String> TABLES = Set.of(
            "customers", "customer_w_ter", "employees", "offices", "orders", "orderdetails", "products", "payments");

    private final SourceDatabase database;

    private SteelWheels(SourceDatabase database) {
        this.database = database;
    }

    /**
     * Opens the source.
     *
     * @throws dev.clientele.examples.quickstart.source.SourceDataException if its artifact is not on the class path
     */
    public static SteelWheels open(ProgressListener progress) {
        return new SteelWheels(SourceDatabase.load("steelwheels", TABLES, progress));
    }

    /** All 126, by number. */
    public Stream<SteelWheelsCustomer> customers() {
        return database.query(SteelWheelsQueries.CUSTOMERS, SteelWheelsQueries::customer);
    }

    /** All 23, by number. */
    public Stream<Employee> employees() {
        return database.query(SteelWheelsQueries.EMPLOYEES, SteelWheelsQueries::employee);
    }

    /** All 7, by code. */
    public Stream<Office> offices() {
        return database.query(SteelWheelsQueries.OFFICES, SteelWheelsQueries::office);
    }

    /** All 330 with their lines, by day and then by number. */
    public Stream<SteelWheelsOrder> orders() {
        OrderLines lines = new OrderLines(database.query(SteelWheelsQueries.LINES, SteelWheelsQueries::line));
        return database.query(SteelWheelsQueries.ORDERS, row -> SteelWheelsQueries.order(row, lines))
                .onClose(lines::close);
    }

    /** All 272, by day and then by check number. */
    public Stream<Payment> payments() {
        return database.query(SteelWheelsQueries.PAYMENTS, SteelWheelsQueries::payment);
    }

    /** What is odd about the data, counted now. */
    public List<Finding> findings() {
        return SteelWheelsAnomalies.in(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
