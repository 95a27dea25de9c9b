package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** The common part of dialects of databases that have a type for each type of field, for ids and for arrays. */
interface TypedDialect extends Dialect, UuidIds {

    @Override
    default Codec<?> codec(DeclaredField field) {
        return TypedCodecs.of(field);
    }

    @Override
    default String idType() {
        return "uuid";
    }

    @Override
    default Codec<UUID> ids() {
        return TypedCodecs.ID;
    }

    @Override
    default String digestType() {
        return "uuid";
    }

    @Override
    default Codec<UUID> digests() {
        return TypedCodecs.ID;
    }

    @Override
    default Codec<Set<UUID>> subjects() {
        return TypedCodecs.SUBJECTS;
    }

    @Override
    default String longType() {
        return "bigint";
    }

    @Override
    default String tableOptions() {
        return "";
    }

    @Override
    default String widenObstacle(String table, DeclaredField from, DeclaredField to) {
        if (to.scale() == from.scale()) {
            return "";
        }
        BigDecimal most = new BigDecimal(BigInteger.TEN.pow(DeclaredField.MAX_DIGITS - to.scale()));
        return "select 1 from " + table + " where abs(" + TableNames.quote(to.name()) + ") >= " + most + " limit 1";
    }

    @Override
    default void commit(JdbcConnection link) throws SQLException {
        link.connection().commit();
    }

    @Override
    default void rollback(JdbcConnection link) throws SQLException {
        link.connection().rollback();
    }
}
