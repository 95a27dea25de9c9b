package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The declared fields of a row, which stand in columns one after the other. Immutable and thread-safe. */
final class RowValues {

    private final List<FieldColumn> columns;
    private final FieldValues.FieldNames names;
    private final int[] places;

    RowValues(List<FieldColumn> columns) {
        this.columns = List.copyOf(columns);
        this.names = new FieldValues.FieldNames(
                columns.stream().map(column -> column.field().name()).toList());
        this.places = columns.stream()
                .mapToInt(column -> names.indexOf(column.field().name()))
                .toArray();
    }

    FieldValues read(ResultSet row, int first) throws SQLException {
        @Nullable Object[] values = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[places[i]] = columns.get(i).read(row, first + i);
        }
        return names.values(values);
    }
}
