package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.Progress;
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
                    Stream.of(Sales.values()).map(Sales::table))
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
    public static FoodMart open(Progress progress) {
        return new FoodMart(SourceDatabase.load("foodmart", TABLES, progress));
    }

    /** All 10,281, by id. */
    public Stream<Consumer> consumers() {
        return database.query(Reading.CONSUMERS, Reading::consumer);
    }

    /** All 24 and the head office, by id. */
    public Stream<Shop> shops() {
        return database.query(Reading.SHOPS, Reading::shop);
    }

    /** All 1,864, of which the first stands for none, by id. */
    public Stream<Promotion> promotions() {
        return database.query(Reading.PROMOTIONS, Reading::promotion);
    }

    /** The 54,600 baskets of {@link Sales#BOTH_YEARS}, by day, then consumer, then shop. */
    public Stream<Basket> baskets() {
        return baskets(Sales.BOTH_YEARS);
    }

    /**
     * The baskets of some tables of sales, by day, then consumer, then shop; the first takes some seconds.
     *
     * @param sales at least one
     */
    public Stream<Basket> baskets(Set<Sales> sales) {
        return database.query(Baskets.of(sales), Baskets::read);
    }

    /** What is odd about the data, counted now; takes a second or two. */
    public List<Finding> findings() {
        return Oddities.in(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
