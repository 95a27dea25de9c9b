package dev.clientele.examples.benchmarks.storage;

import dev.clientele.persistence.Storage;
import java.sql.Connection;
import java.sql.SQLException;

/** A database product, with a database for each contender. */
public interface BenchmarkDatabase extends AutoCloseable {

    /** Name and version of product and driver. */
    String product();

    /** Throws a contender's database away and creates an empty one. Nobody may be connected. */
    void renew(String contender);

    /** Opens a contender's database for this library. */
    Storage open(String contender);

    /** Connects to a contender's database, set up as this library does. */
    Connection connect(String contender) throws SQLException;

    /** Lets the database do what it does in the background, and gather statistics as it would over time. */
    void settle(Connection connection) throws SQLException;

    /** What hand-written statements that append to this log have to know. */
    PlainDialect dialect(Connection connection, String log) throws SQLException;

    @Override
    void close();
}
