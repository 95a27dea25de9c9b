package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a schema, one transaction per step.
 *
 * <p>Before each step the plan is made anew inside the transaction that will do it, behind the lock that keeps writers
 * apart. So any number of processes can work at it at once: each finds what the others have done, and a process that dies
 * takes its lock with it.
 */
final class JdbcMigration implements Migration {

    /** Where a change of the schema can't be undone or locked, two that do the same may trip over each other, and try again. */
    private static final int MAX_FAILURES = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JdbcMigration.class);

    private final SchemaTables wanted;
    private final TableNames names;
    private final ConnectionPool connections;
    private final Runnable ready;
    private final boolean repeatable;
    private final List<Step> steps;

    JdbcMigration(SchemaTables wanted, TableNames names, ConnectionPool connections, Runnable ready) {
        this.wanted = wanted;
        this.names = names;
        this.connections = connections;
        this.ready = ready;
        this.repeatable = !wanted.dialect().ifNotExists().isEmpty();
        this.steps = inTransaction(false, link -> SchemaPlan.of(wanted, names, link)).stream()
                .map(change -> new Step(change.description(), String.join(";\n", change.statements()) + ";"))
                .toList();
    }

    @Override
    public List<Step> steps() {
        return steps;
    }

    @Override
    public void apply() {
        int failures = 0;
        boolean left = !steps.isEmpty();
        while (left) {
            try {
                left = inTransaction(true, this::applyNext);
            } catch (StorageException e) {
                if (e instanceof SchemaException || !repeatable || ++failures > MAX_FAILURES) {
                    throw e;
                }
            }
        }
        ready.run();
    }

    private boolean applyNext(JdbcConnection link) throws SQLException {
        wanted.dialect().lockSchema(link);
        List<SchemaPlan.SchemaChange> left = SchemaPlan.of(wanted, names, link);
        if (left.isEmpty()) {
            return false;
        }
        SchemaPlan.SchemaChange next = left.get(0);
        LOG.debug("{}", next.description());
        for (String statement : next.statements()) {
            try {
                link.execute(statement);
            } catch (SQLException e) {
                if (wanted.dialect().isUniqueViolation(e)) {
                    throw new SchemaException("can't " + next.description() + ": stored documents share a value", e);
                }
                throw e;
            }
        }
        return true;
    }

    @Override
    public void validate() {
        List<SchemaPlan.SchemaChange> left = inTransaction(false, link -> SchemaPlan.of(wanted, names, link));
        if (!left.isEmpty()) {
            throw new SchemaException(
                    left.size() + " steps are left, the first is: "
                            + left.get(0).description(),
                    null);
        }
        ready.run();
    }

    private <R> R inTransaction(boolean writing, SessionTransaction.JdbcCallback<R> work) {
        Dialect dialect = wanted.dialect();
        OwnTransaction transaction = OwnTransaction.begin(connections, dialect, writing);
        try {
            R result = work.apply(transaction.link());
            transaction.commit();
            return result;
        } catch (SQLException e) {
            transaction.link().markBroken();
            throw dialect.translate(e, false);
        } finally {
            transaction.end();
        }
    }
}
