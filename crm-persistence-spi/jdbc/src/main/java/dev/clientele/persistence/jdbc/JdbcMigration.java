package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration to a schema, planned once and applied in one transaction per step.
 *
 * <p>A plan holds for the database as it was at a count of steps done. Each step begins behind the lock that keeps writers
 * apart by looking whether the count is still the plan's, and ends by raising it; where another process has raised it, the
 * plan is made anew. So any number of processes can work at it at once: each finds what the others have done, and a process
 * that dies takes its lock with it.
 */
final class JdbcMigration implements Migration {

    /** The most attempts where a change of the schema can't be undone or locked, so that two may trip over each other. */
    private static final int MAX_FAILURES = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JdbcMigration.class);

    private final SchemaTables wanted;
    private final TableNames names;
    private final ConnectionPool connections;
    private final Runnable ready;
    private final boolean repeatable;
    private final SchemaPlan plan;

    JdbcMigration(SchemaTables wanted, TableNames names, ConnectionPool connections, Runnable ready) {
        this.wanted = wanted;
        this.names = names;
        this.connections = connections;
        this.ready = ready;
        this.repeatable = !wanted.dialect().ifNotExists().isEmpty();
        this.plan = plan();
    }

    private SchemaPlan plan() {
        return inTransaction(false, link -> SchemaPlan.of(wanted, names, link));
    }

    @Override
    public List<Step> steps() {
        return plan.changes().stream()
                .map(change -> new Step(change.description(), String.join(";\n", change.statements()) + ";"))
                .toList();
    }

    @Override
    public List<Retained> retained() {
        return inTransaction(false, link -> RetainedParts.list(wanted, names, link));
    }

    @Override
    public Schema retainedSchema() {
        return plan.retainedSchema();
    }

    @Override
    public void apply() {
        int failures = 0;
        SchemaPlan left = plan;
        while (!left.changes().isEmpty()) {
            try {
                apply(left);
                left = plan();
            } catch (StorageException e) {
                if (e instanceof SchemaException || !repeatable || ++failures > MAX_FAILURES) {
                    throw e;
                }
            }
        }
        ready.run();
    }

    /** Applies the steps of a plan until all are done or another process has done one. */
    private void apply(SchemaPlan current) {
        long revision = current.revision();
        for (SchemaChange next : current.changes()) {
            long expected = revision;
            if (!inTransaction(true, link -> applyIf(expected, next, link))) {
                return;
            }
            revision++;
        }
    }

    private boolean applyIf(long revision, SchemaChange change, JdbcConnection link) throws SQLException {
        wanted.dialect().lockSchema(link);
        if (SchemaRecord.revision(link, wanted.dialect(), names, revision > 0) != revision) {
            return false;
        }
        LOG.debug("{}", change.description());
        change.requirePossible(link);
        try {
            link.runAll(change.statements());
        } catch (SQLException e) {
            if (wanted.dialect().isUniqueViolation(e)) {
                throw new SchemaException("can't " + change.description() + ": stored documents share a value", e);
            }
            throw e;
        }
        return true;
    }

    @Override
    public void validate() {
        List<SchemaChange> left = plan().changes();
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
        OwnTransaction transaction = OwnTransaction.begin(connections, dialect, writing, connections.deadline());
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
