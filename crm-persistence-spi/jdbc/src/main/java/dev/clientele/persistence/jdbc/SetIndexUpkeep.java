package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The upkeep of indexes on text sets, for databases that don't keep them themselves. */
final class SetIndexUpkeep {

    private static final ArrayParameter VALUES = new ArrayParameter("any");

    private final Dialect dialect;
    private final JdbcConnection link;
    private final TenantId tenant;

    SetIndexUpkeep(Dialect dialect, JdbcConnection link, TenantId tenant) {
        this.dialect = dialect;
        this.link = link;
        this.tenant = tenant;
    }

    /** Lists rows anew, as they are now, if they are there at all. */
    void relist(QuerySource source, Collection<?> identities) throws SQLException {
        if (dialect.keepsSetIndexes() || identities.isEmpty()) {
            return;
        }
        for (SetIndex index : source.setIndexes().values()) {
            String column = TableNames.quote(index.identity().get(0).name());
            new SqlBuilder()
                    .add("delete from " + index.list() + " where \"tenant\" = ")
                    .bind(Codec.TEXT, tenant.value())
                    .add(" and " + column + " = any(")
                    .bind(VALUES, List.copyOf(identities))
                    .add(")")
                    .prepare(link)
                    .executeUpdate();
            new SqlBuilder()
                    .add(H2SetIndex.insert(index) + " and d.\"tenant\" = ")
                    .bind(Codec.TEXT, tenant.value())
                    .add(" and d." + column + " = any(")
                    .bind(VALUES, List.copyOf(identities))
                    .add(")")
                    .prepare(link)
                    .executeUpdate();
        }
    }
}
