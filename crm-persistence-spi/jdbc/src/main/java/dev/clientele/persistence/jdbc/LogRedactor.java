package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The writer of redactions in a transaction. */
final class LogRedactor {

    private LogRedactor() {}

    /** Returns redactions in canonical form, in the order of their keys. */
    static List<Redaction> canonical(LogTable table, List<Redaction> redactions) {
        Set<String> keys = new HashSet<>();
        List<Redaction> canonical = new ArrayList<>(redactions.size());
        for (Redaction redaction : redactions) {
            if (!keys.add(redaction.key())) {
                throw new IllegalArgumentException("two redactions concern the same entry of "
                        + table.type().name());
            }
            canonical.add(table.type().canonical(redaction));
        }
        canonical.sort(Comparator.comparing(Redaction::key));
        return canonical;
    }

    /** Stores canonical redactions and returns the keys of those that were left out. */
    static Set<String> write(
            LogTable table, Dialect dialect, JdbcConnection link, TenantId tenant, List<Redaction> redactions)
            throws SQLException {
        Set<String> missing = new LinkedHashSet<>();
        redactions.forEach(redaction -> missing.add(redaction.key()));
        missing.removeAll(dialect.logAppender().redact(table, link, tenant, redactions));
        return missing;
    }
}
