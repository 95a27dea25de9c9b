package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The upkeep of indexes on text sets, for databases that don't keep them themselves. */
final class SetIndexUpkeep {

    private final Dialect dialect;
    private final JdbcConnection link;
    private final TenantId tenant;

    SetIndexUpkeep(Dialect dialect, JdbcConnection link, TenantId tenant) {
        this.dialect = dialect;
        this.link = link;
        this.tenant = tenant;
    }

    /**
     * Lists rows anew, as they are now, if they are there at all. One by one: H2 looks for several rows of a tenant by reading
     * all that the tenant has.
     */
    void relist(QuerySource source, Collection<?> identities) throws SQLException {
        if (dialect.keepsSetIndexes()) {
            return;
        }
        for (SetIndex index : source.setIndexes().values()) {
            String column = TableNames.quote(index.identity().get(0).name());
            String delete = "delete from " + index.list() + " where \"tenant\" = ? and " + column + " = ?";
            String insert = H2SetIndex.insert(index) + " and d.\"tenant\" = ? and d." + column + " = ?";
            for (Object identity : identities) {
                execute(delete, identity);
                execute(insert, identity);
            }
        }
    }

    private void execute(String sql, Object identity) throws SQLException {
        PreparedStatement statement = link.prepare(sql);
        statement.setString(1, tenant.value());
        statement.setObject(2, identity);
        statement.executeUpdate();
    }
}
