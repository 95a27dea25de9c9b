package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index on a text set: a table that lists documents or log entries under each element, a tenant's together, in the order
 * of its primary key. Immutable.
 *
 * @param names the names of tables
 * @param type the name of the document type or log
 * @param index the declared name
 * @param field the name of the text set
 * @param identity the columns that tell the rows of the type's table apart within a tenant
 */
record SetIndex(TableNames names, String type, String index, String field, List<Column> identity) {

    /** The alias of the table of elements in a query. */
    static final String ALIAS = "h";

    private static final DeclaredField ELEMENT = DeclaredField.text("element", DeclaredField.MAX_TEXT);

    /** A column, unquoted, and its type where it is only referred to. */
    record Column(String name, String type) {}

    /** Copies the list. */
    SetIndex {
        identity = List.copyOf(identity);
    }

    /** Returns the quoted name of the table of elements. */
    String list() {
        return names.index(type, index);
    }

    /** Returns the quoted name of something that belongs to the table of elements. */
    String part(String name) {
        return names.index(type, index + "$" + name);
    }

    /** Returns the quoted name of the type's table. */
    String table() {
        return names.table(type);
    }

    /** Returns the quoted name of the column with the set. */
    String column() {
        return TableNames.quote(field);
    }

    /** Returns the identity's columns after an alias or other prefix, in a list. */
    String identity(String prefix) {
        return identity.stream()
                .map(column -> prefix + TableNames.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the condition that the identity's columns are the same after either prefix. */
    String sameIdentity(String left, String right) {
        return identity.stream()
                .map(column -> left + TableNames.quote(column.name()) + " = " + right + TableNames.quote(column.name()))
                .collect(Collectors.joining(" and "));
    }

    /** Returns the columns of the table of elements, in a list. */
    String columns() {
        return "\"tenant\", \"element\", " + identity("");
    }

    /** Returns the statements that create the table of elements. */
    List<String> create(Dialect dialect) {
        String columns = identity.stream()
                .map(column -> ",\n  " + TableNames.quote(column.name()) + " " + column.type())
                .collect(Collectors.joining());
        return new TableSql(dialect, names)
                .withKey(
                        list(),
                        "  \"tenant\" " + dialect.keyTextType() + " not null,\n  \"element\" "
                                + dialect.columnType(ELEMENT) + " not null" + columns,
                        part("key"),
                        columns());
    }

    /** Appends the identities of the rows that have at least one of these elements, as a query. */
    void select(SqlBuilder sql, Dialect dialect, TenantId tenant, List<String> elements) {
        FieldColumn column = FieldColumn.of(ELEMENT, ALIAS, dialect.codec(ELEMENT), false);
        sql.add("select " + identity(ALIAS + ".") + " from " + list() + " " + ALIAS + " where " + ALIAS
                        + ".\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and ");
        if (elements.size() == 1) {
            sql.add(column.sql()).add(" = ").bind(Codec.TEXT, elements.get(0));
        } else {
            dialect.in(sql, column, new ArrayList<>(elements));
        }
    }
}
