package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.ProgressListener;
import dev.clientele.examples.quickstart.source.SourceDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The open source: one stream per kind of record, each in the order of its key and to be closed by whoever asked for it.
 * One thread at a time. Opening takes a few seconds and holds about 80 MB until closed.
 */
public final class FoodMart implements AutoCloseable {

    private static final Set<String> TABLES = Stream.concat(
                    Stream.of("customer", "store", "promotion", "time_by_day"),
                    Stream.of(SalesTable.values()).map(SalesTable::table))
            .collect(Collectors.toUnmodifiableSet());

    private final SourceDatabase database;

    private FoodMart(SourceDatabase database) {
        this.database = database;
    }

    /**
     * Opens the source.
     *
     * @throws dev.clientele.examples.quickstart.source.SourceDataException if its artifact is not on the class path
     */
    public static FoodMart open(ProgressListener progress) {
        return new FoodMart(SourceDatabase.load("foodmart", TABLES, progress));
    }

    /** All 10,281, by id. */
    public Stream<Consumer> consumers() {
        return database.query(FoodMartQueries.CONSUMERS, FoodMartQueries::consumer);
    }

    /** All 24 and the head office, by id. */
    public Stream<FoodMartStore> shops() {
        return database.query(FoodMartQueries.SHOPS, FoodMartQueries::shop);
    }

    /** All 1,864, of which the first stands for none, by id. */
    public Stream<Promotion> promotions() {
        return database.query(FoodMartQueries.PROMOTIONS, FoodMartQueries::promotion);
    }

    /** The 54,600 baskets of {@link SalesTable#BOTH_YEARS}, by day, then consumer, then shop. */
    public Stream<FoodMartBasket> baskets() {
        return baskets(SalesTable.BOTH_YEARS);
    }

    /**
     * The baskets of some tables of sales, by day, then consumer, then shop; the first takes some seconds.
     *
     * @param sales at least one
     */
    public Stream<FoodMartBasket> baskets(Set<SalesTable> sales) {
        return database.query(FoodMartBasketQuery.of(sales), FoodMartBasketQuery::read);
    }

    /** What is odd about the data, counted now; takes a second or two. */
    public List<Finding> findings() {
        return FoodMartAnomalies.in(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
