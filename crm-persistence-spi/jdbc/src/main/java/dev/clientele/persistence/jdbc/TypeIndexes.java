package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.jdbc.SetIndex.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The declared indexes of a document type or log: how each is made, dropped and recorded. Those on text sets are tables of
 * their own, and recorded with brackets: {@code tags[]}.
 */
final class TypeIndexes {

    /** The end of the recorded definition of an index on a text set. */
    static final String SET = "[]";

    private final String type;
    private final List<Index> declared;
    private final Function<String, DeclaredField> fields;
    private final String tie;
    private final List<Column> identity;
    private final TableNames names;
    private final Dialect dialect;
    private final TableSql sql;

    private TypeIndexes(
            String type,
            List<Index> declared,
            Function<String, DeclaredField> fields,
            String tie,
            List<Column> identity,
            TableNames names,
            Dialect dialect) {
        this.type = type;
        this.declared = declared;
        this.fields = fields;
        this.tie = tie;
        this.identity = identity;
        this.names = names;
        this.dialect = dialect;
        this.sql = new TableSql(dialect, names);
    }

    static TypeIndexes of(DocumentType type, TableNames names, Dialect dialect) {
        List<Column> identity = List.of(new Column(DocumentType.ID, dialect.idType() + " not null"));
        return new TypeIndexes(type.name(), type.indexes(), type::field, DocumentType.ID, identity, names, dialect);
    }

    static TypeIndexes of(LogType type, TableNames names, Dialect dialect) {
        List<Column> identity = dialect.positionColumns().stream()
                .map(column -> new Column(column.name(), column.plainType()))
                .toList();
        return new TypeIndexes(type.name(), type.indexes(), type::field, LogType.KEY, identity, names, dialect);
    }

    /** Returns the indexes as they are declared. */
    List<Index> declared() {
        return declared;
    }

    /** Returns those on text sets. */
    List<SetIndex> onSets() {
        return declared.stream()
                .filter(this::isOnSet)
                .map(index -> onSet(index.name(), index.fields().get(0)))
                .toList();
    }

    /** Returns the one to use for each text set. */
    Map<String, SetIndex> bySet() {
        Map<String, SetIndex> found = new LinkedHashMap<>();
        onSets().forEach(index -> found.putIfAbsent(index.field(), index));
        return found;
    }

    private SetIndex onSet(String index, String field) {
        return new SetIndex(names, type, index, field, identity);
    }

    /** Returns those on text sets among recorded definitions by name. */
    List<SetIndex> onSets(Map<String, String> recorded) {
        return recorded.entrySet().stream()
                .filter(index -> index.getValue().endsWith(SET))
                .map(index -> onSet(
                        index.getKey(),
                        index.getValue().substring(0, index.getValue().length() - SET.length())))
                .toList();
    }

    private boolean isOnSet(Index index) {
        return fields.apply(index.fields().get(0)).type() == FieldType.TEXT_SET;
    }

    /** Returns how an index is recorded. */
    String definition(Index index) {
        return String.join(",", index.fields()) + (isOnSet(index) ? SET : "");
    }

    /** Returns the statements that make an index from what is stored. */
    List<String> create(Index index) {
        return isOnSet(index)
                ? dialect.createSetIndex(onSet(index.name(), index.fields().get(0)))
                : List.of(sql.createIndex(type, index.name(), index.fields(), tie));
    }

    /** Returns the statements that drop what was recorded under a name. */
    List<String> drop(String name, String definition) {
        return definition.endsWith(SET)
                ? dialect.dropSetIndex(onSet(name, definition.substring(0, definition.length() - SET.length())))
                : List.of(sql.dropIndex(type, name));
    }
}
