package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The writer of computed values in a transaction. */
final class ComputedWriter {

    /** The order of ids as text, and as the databases have them: that of their bits without a sign. */
    private static final Comparator<UUID> BY_TEXT = (one, other) -> {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final DocumentTable table;
    private final Dialect dialect;
    private final TenantId tenant;
    private final List<FieldColumn> columns;

    ComputedWriter(DocumentTable table, Dialect dialect, TenantId tenant, Set<String> fields) {
        this.table = table;
        this.dialect = dialect;
        this.tenant = tenant;
        this.columns = table.computed(fields);
    }

    /** Returns the rows in canonical form, in the order of their ids. */
    static List<ComputedValues> canonical(DocumentTable table, Set<String> fields, List<ComputedValues> rows) {
        if (rows.isEmpty()) {
            table.type().canonical(fields, new ComputedValues(new UUID(0, 0), Map.of()));
        }
        Set<UUID> ids = new HashSet<>();
        List<ComputedValues> canonical = new ArrayList<>(rows.size());
        for (ComputedValues row : rows) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException(
                        "two rows concern " + table.type().name() + " " + row.id());
            }
            canonical.add(table.type().canonical(fields, row));
        }
        canonical.sort(Comparator.comparing(ComputedValues::id, BY_TEXT));
        return canonical;
    }

    /** Stores canonical rows and returns the ids of those that were left out. */
    Set<UUID> write(JdbcConnection link, List<ComputedValues> rows) throws SQLException {
        Set<UUID> missing = new LinkedHashSet<>();
        rows.forEach(row -> missing.add(row.id()));
        BulkWriter bulk = dialect.bulkWriter();
        if (rows.isEmpty()) {
            return missing;
        } else if (columns.isEmpty()) {
            new DocumentReader(table, dialect, tenant)
                    .findAll(link, List.copyOf(missing))
                    .forEach(document -> missing.remove(document.id()));
            return missing;
        } else if (bulk != null) {
            missing.removeAll(bulk.compute(table, link, tenant, columns, rows));
            return missing;
        }
        for (ComputedValues row : rows) {
            if (table.compute(link, tenant.value(), columns, row).executeUpdate() > 0) {
                missing.remove(row.id());
            }
        }
        if (columns.stream()
                .anyMatch(column ->
                        table.source().setIndexes().containsKey(column.field().name()))) {
            new SetIndexUpkeep(dialect, link, tenant)
                    .relist(
                            table.source(),
                            rows.stream().map(ComputedValues::id).toList());
        }
        return missing;
    }
}
