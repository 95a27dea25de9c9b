package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A declared or built-in field as a statement sees it.
 *
 * @param field what is declared
 * @param name the column's quoted name
 * @param sql how a query refers to it, with the alias of its table
 * @param codec how its values are set and read
 * @param optional whether a row may have no value
 */
record FieldColumn(DeclaredField field, String name, String sql, Codec<Object> codec, boolean optional) {

    /** The column of a field in the table with this alias. */
    @SuppressWarnings("unchecked") // a dialect gives the codec of the field's own value class
    static FieldColumn of(DeclaredField field, String alias, Codec<?> codec, boolean optional) {
        String name = TableNames.quote(field.name());
        return new FieldColumn(field, name, alias + "." + name, (Codec<Object>) codec, optional);
    }

    /** The same column seen through another table's copy of it. */
    FieldColumn in(String alias) {
        return new FieldColumn(field, name, alias + "." + name, codec, optional);
    }

    FieldType type() {
        return field.type();
    }

    /** Sets this column's parameter from a record's value. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        codec.bindOrNull(statement, index, value);
    }

    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        return codec.read(row, index);
    }
}
