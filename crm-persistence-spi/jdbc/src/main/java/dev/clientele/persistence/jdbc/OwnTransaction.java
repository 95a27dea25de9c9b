package dev.clientele.persistence.jdbc;

import java.sql.SQLException;

/** A transaction of this adapter on a connection of its own. */
final class OwnTransaction implements Transaction {

    private final Connections connections;
    private final Dialect dialect;
    private final Link link;
    private final boolean writing;
    private boolean running;
    private boolean given;

    private OwnTransaction(Connections connections, Dialect dialect, Link link, boolean writing) {
        this.connections = connections;
        this.dialect = dialect;
        this.link = link;
        this.writing = writing;
    }

    /**
     * Takes a connection, waiting for it if need be, and begins.
     *
     * @throws dev.clientele.persistence.UnavailableException if none is to be had in time
     */
    static OwnTransaction begin(Connections connections, Dialect dialect, boolean writing) {
        Link link = connections.take(writing);
        OwnTransaction transaction = new OwnTransaction(connections, dialect, link, writing);
        try {
            transaction.together();
            return transaction;
        } finally {
            if (!transaction.running) {
                transaction.end();
            }
        }
    }

    /** For a single question, for which nothing is begun if the database can do without. */
    static OwnTransaction ask(Connections connections, Dialect dialect) {
        Link link = connections.take(false);
        OwnTransaction transaction = new OwnTransaction(connections, dialect, link, false);
        boolean ready = false;
        try {
            if (!dialect.standAlone(link)) {
                transaction.together();
            }
            ready = true;
            return transaction;
        } catch (SQLException e) {
            link.markBroken();
            throw dialect.translate(e, false);
        } finally {
            if (!ready) {
                transaction.end();
            }
        }
    }

    @Override
    public void together() {
        if (!running) {
            try {
                dialect.begin(link, writing);
                running = true;
            } catch (SQLException e) {
                link.markBroken();
                throw dialect.translate(e, false);
            }
        }
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public boolean writing() {
        return writing;
    }

    @Override
    public boolean joined() {
        return false;
    }

    @Override
    public <R> R beside(Work<R> work) throws SQLException {
        return reading(connections, dialect, work);
    }

    /** Runs reading work in a transaction of its own. */
    static <R> R reading(Connections connections, Dialect dialect, Work<R> work) throws SQLException {
        OwnTransaction transaction = begin(connections, dialect, false);
        try {
            return work.on(transaction.link());
        } finally {
            transaction.end();
        }
    }

    /** A session whose work failed can only be closed, and that undoes everything. */
    @Override
    public <R> R asWhole(Work<R> work) throws SQLException {
        return work.on(link);
    }

    @Override
    public void commit() throws SQLException {
        try {
            dialect.commit(link);
            running = false;
        } finally {
            if (running) {
                link.markBroken();
            }
        }
    }

    @Override
    public void end() {
        if (given) {
            return;
        }
        given = true;
        try {
            if (running && !link.isBroken()) {
                dialect.rollback(link);
            }
        } catch (SQLException e) {
            link.markBroken();
        } finally {
            running = false;
            connections.give(link, writing);
        }
    }
}
