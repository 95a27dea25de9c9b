package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The column types of a database, with the codecs that write and read them. */
interface ColumnTypes {

    /** Returns the column type for a declared field. Text compares by code point wherever this adapter compares it. */
    String columnType(DeclaredField field);

    /** Returns the codec of a declared field. */
    Codec<?> codec(DeclaredField field);

    /** Returns the column type of ids; their order is that of their text. */
    String idType();

    /** Returns the codec of ids. */
    Codec<UUID> ids();

    /** Returns the column type of a log entry's set of subjects. */
    String subjectsType();

    /** Returns the codec of a log entry's set of subjects. */
    Codec<Set<UUID>> subjects();

    /** Returns the column type of digests of 16 bytes. */
    String digestType();

    /** Returns the codec of digests. */
    Codec<UUID> digests();

    /** Returns the column type of versions and positions: 64 bits. */
    String longType();

    /** Returns the column type of bodies. */
    String bodyType();

    /** Returns the column type of tenant ids and names: short text that keys begin with. */
    String keyTextType();

    /** Returns a log's position columns, most significant first, the last by itself ascending in each append. */
    List<PositionColumn> positionColumns();

    /** Returns the column of a log that tells which transaction appended an entry, where positions alone don't; else none. */
    default Optional<AppenderColumn> appender() {
        return Optional.empty();
    }

    /**
     * A column with the number of the transaction that appended an entry, empty if it is the first part of its position.
     *
     * @param name unquoted
     * @param position unquoted name of the first part of a position
     */
    record AppenderColumn(String name, String position) {
        /** Returns the expression of the number. */
        String sql(String alias) {
            return "coalesce(" + alias + ".\"" + name + "\", " + alias + ".\"" + position + "\")";
        }
    }

    /**
     * A column that is part of a position.
     *
     * @param name unquoted
     * @param type its type in the table of entries, with the default by which the database fills it, if it does
     * @param plainType its type in the table that refers to entries
     */
    record PositionColumn(String name, String type, String plainType) {}
}
