package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The column of a declared or built-in field.
 *
 * @param field the declaration
 * @param name the column's quoted name
 * @param sql the expression that refers to it, with the alias of its table
 * @param codec sets and reads its values
 * @param optional true if a row may have no value
 */
record FieldColumn(DeclaredField field, String name, String sql, Codec<Object> codec, boolean optional) {

    /** Returns the column of a field in the table with this alias. */
    @SuppressWarnings("unchecked") // a dialect gives the codec of the field's own value class
    static FieldColumn of(DeclaredField field, String alias, Codec<?> codec, boolean optional) {
        String name = TableNames.quote(field.name());
        return new FieldColumn(field, name, alias + "." + name, (Codec<Object>) codec, optional);
    }

    /** Returns this column as another table's copy of it. */
    FieldColumn in(String alias) {
        return new FieldColumn(field, name, alias + "." + name, codec, optional);
    }

    /** Returns an expression on this column as that of another field. */
    FieldColumn as(DeclaredField other, String expression) {
        return new FieldColumn(other, name, expression, codec, optional);
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
