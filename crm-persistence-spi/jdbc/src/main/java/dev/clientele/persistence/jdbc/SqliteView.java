package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A view for people and reporting tools, in which decimals stand as such instead of scaled: {@code 12.3}, not {@code 1230}.
 * SQLite has no exact decimals, so that a value of more than 15 digits is rounded in the view; the table has it exactly.
 */
final class SqliteView {

    private SqliteView() {}

    /** Returns the view on a type's table; none if it has no decimals. */
    static List<TableExtra> of(TypeTables tables) {
        if (tables.fields().stream().noneMatch(SqliteView::isScaled)) {
            return List.of();
        }
        String columns = tables.builtIn().stream().map(TableNames::quote).collect(Collectors.joining(", ")) + ", "
                + tables.fields().stream().map(SqliteView::column).collect(Collectors.joining(", "))
                + ", \"body\"";
        CRC32 sum = new CRC32();
        sum.update(definition(tables).getBytes(StandardCharsets.UTF_8));
        return List.of(new TableExtra(
                SchemaRecord.Kind.VIEW,
                String.format(Locale.ROOT, "%08x", sum.getValue()),
                "show the decimals of " + tables.type() + " in a view",
                List.of(
                        "drop view if exists " + tables.view(),
                        "create view " + tables.view() + " as select " + columns + " from "
                                + tables.tables().get(0))));
    }

    /** Returns what the view shows in whichever order, so that two programs whose declarations differ in it agree. */
    private static String definition(TypeTables tables) {
        return tables.fields().stream().map(SqliteView::column).sorted().collect(Collectors.joining(", "));
    }

    private static boolean isScaled(DeclaredField field) {
        return field.type() == FieldType.DECIMAL && field.scale() > 0;
    }

    private static String column(DeclaredField field) {
        String name = TableNames.quote(field.name());
        return isScaled(field) ? name + " / 1" + "0".repeat(field.scale()) + ".0 as " + name : name;
    }
}
