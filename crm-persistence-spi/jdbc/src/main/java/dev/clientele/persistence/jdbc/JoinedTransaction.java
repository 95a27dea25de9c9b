package dev.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A host's transaction: never begun, committed, rolled back or closed here. */
final class JoinedTransaction implements Transaction {

    private static final String SAVEPOINT = "clientele_joined";

    private final Connections connections;
    private final Dialect dialect;
    private final Link link;

    /** Joins on the host's connection; the others are for looking at what is committed. */
    JoinedTransaction(Connection host, Connections connections, Dialect dialect) {
        this.link = new Link(host);
        this.connections = connections;
        this.dialect = dialect;
    }

    @Override
    public boolean joined() {
        return true;
    }

    @Override
    public <R> R beside(Work<R> work) throws SQLException {
        return OwnTransaction.reading(connections, dialect, work);
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public boolean writing() {
        return true;
    }

    /** The host may well commit after one of our batches failed, so that the part that was done has to be undone. */
    @Override
    public <R> R asWhole(Work<R> work) throws SQLException {
        link.run("savepoint " + SAVEPOINT);
        R result;
        try {
            result = work.on(link);
        } catch (SQLException | RuntimeException e) {
            undo(e);
            throw e;
        }
        link.run("release savepoint " + SAVEPOINT);
        return result;
    }

    private void undo(Exception failure) {
        link.forgetStatements();
        try {
            link.run("rollback to savepoint " + SAVEPOINT);
            link.run("release savepoint " + SAVEPOINT);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void commit() {
        // All has been written; whether it stays is the host's to decide.
    }

    @Override
    public void end() {
        link.forgetStatements();
    }
}
