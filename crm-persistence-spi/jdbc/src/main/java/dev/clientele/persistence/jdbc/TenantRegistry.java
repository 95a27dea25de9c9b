package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of tenants that have written something. Thread-safe.
 *
 * <p>A tenant is put there in the transaction of its first write. No key makes two that do so at once wait for each other: a
 * tenant may be there more than once.
 */
final class TenantRegistry {

    private final String table;
    private final Set<TenantId> known = ConcurrentHashMap.newKeySet();

    TenantRegistry(TableNames names) {
        this.table = names.tenants();
    }

    /** Puts a tenant into the table unless it is known to be there; returns true if it is now, once this has committed. */
    boolean register(JdbcConnection link, TenantId tenant) throws SQLException {
        if (known.contains(tenant)) {
            return true;
        }
        SqlBuilder search = new SqlBuilder()
                .add("select 1 from " + table + " where \"tenant\" = ")
                .bind(Codec.TEXT, tenant.value());
        try (ResultSet rows = search.add(" limit 1").prepare(link).executeQuery()) {
            if (rows.next()) {
                return true;
            }
        }
        return new SqlBuilder()
                        .add("insert into " + table + " (\"tenant\") values (")
                        .bind(Codec.TEXT, tenant.value())
                        .add(")")
                        .prepare(link)
                        .executeUpdate()
                == 1;
    }

    /** Takes note that a tenant's registration has been committed. */
    void committed(TenantId tenant) {
        known.add(tenant);
    }

    /** Returns tenants in the order of their names. */
    List<TenantId> list(JdbcConnection link, @Nullable TenantId after, int limit) throws SQLException {
        SqlBuilder sql = new SqlBuilder()
                .add("select distinct \"tenant\" from " + table + " where \"tenant\" > ")
                .bind(Codec.TEXT, after == null ? "" : after.value())
                .add(" order by \"tenant\" limit ")
                .bind(Codec.LONG, (long) limit);
        List<TenantId> tenants = new ArrayList<>();
        try (ResultSet rows = sql.prepare(link).executeQuery()) {
            while (rows.next()) {
                tenants.add(TenantId.of(rows.getString(1)));
            }
        }
        return tenants;
    }

    /** Returns the statements that create the table, with the tenants of these quoted tables. */
    static List<String> create(Dialect dialect, TableNames names, List<String> stored) {
        List<String> statements = new ArrayList<>(List.of(
                "create table" + dialect.ifNotExists() + " " + names.tenants() + " (\n  \"tenant\" "
                        + dialect.keyTextType() + " not null\n)" + dialect.tableOptions(),
                "create index" + dialect.ifNotExists() + " " + names.tenantIndex() + " on " + names.tenants()
                        + " (\"tenant\")"));
        if (!stored.isEmpty()) {
            statements.add("insert into " + names.tenants() + " (\"tenant\") "
                    + stored.stream()
                            .map(table -> "select \"tenant\" from " + table)
                            .collect(Collectors.joining(" union ")));
        }
        return statements;
    }
}
