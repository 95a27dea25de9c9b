package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a database keeps values in, and how they get in and out. */
interface ColumnTypes {

    /** The column type for a declared field. Text compares by code point wherever this adapter compares it. */
    String columnType(DeclaredField field);

    /** Reads and writes a declared field. */
    Codec<?> codec(DeclaredField field);

    /** The column type of ids; their order is that of their text. */
    String idType();

    /** Reads and writes ids. */
    Codec<UUID> ids();

    /** The column type of a log entry's set of subjects. */
    String subjectsType();

    /** Reads and writes a log entry's set of subjects. */
    Codec<Set<UUID>> subjects();

    /** The column type of versions and positions: 64 bits. */
    String longType();

    /** The column type of bodies. */
    String bodyType();

    /** The column type of tenant ids and names: short text that keys begin with. */
    String keyTextType();

    /** A log's position columns in the order of significance, the last by itself ascending in each append. */
    List<PositionColumn> positionColumns();

    /**
     * A column that is part of a position.
     *
     * @param name unquoted
     * @param type its type where entries are, with what gives it its value if that is the database
     * @param plainType its type where entries are pointed to
     */
    record PositionColumn(String name, String type, String plainType) {}
}
