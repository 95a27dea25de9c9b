package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A second wall between tenants, in the database itself: rows are visible only to a transaction that has said whose it is.
 *
 * <p>It binds every user but the tables' owner, so that migrations and the owner's own reports see all.
 */
final class PostgresRowSecurity {

    private static final String SETTING = "clientele.tenant";

    private PostgresRowSecurity() {}

    /** Returns the policies on a type's tables. */
    static TableExtra of(TypeTables tables) {
        String policy = "\"clientele$tenant\"";
        // As a query of its own it is asked once per statement: rows that are still being fetched stay the same
        // tenant's.
        String own = "(\"tenant\" = (select current_setting('" + SETTING + "', true)))";
        List<String> statements = new ArrayList<>();
        for (String table : tables.tables()) {
            statements.add("alter table " + table + " enable row level security");
            statements.add("drop policy if exists " + policy + " on " + table);
            statements.add("create policy " + policy + " on " + table + " using " + own + " with check " + own);
        }
        CRC32 sum = new CRC32();
        sum.update(tables.tables().stream()
                .sorted()
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8));
        return new TableExtra(
                SchemaRecord.Kind.POLICY,
                String.format(Locale.ROOT, "%08x", sum.getValue()),
                "guard " + tables.type() + " by row-level security",
                statements);
    }

    /** Sets the tenant of the transaction, until it ends or another tenant's session works in it. */
    static void setTenant(JdbcConnection link, TenantId tenant) throws SQLException {
        PreparedStatement statement = link.prepare("select set_config('" + SETTING + "', ?, true)");
        statement.setString(1, tenant.value());
        statement.execute();
    }
}
