package dev.clientele.persistence.jdbc;

import java.util.ArrayList;
import java.util.List;

/** The indexes of SQLite on text sets, which are JSON arrays: kept by triggers, whoever writes to the table. */
final class SqliteSetIndex {

    private SqliteSetIndex() {}

    static List<String> create(SetIndex index, SqliteDialect dialect) {
        String added = "insert into " + index.list() + " (" + index.columns() + ") select new.\"tenant\", j.value, "
                + index.identity("new.") + " from json_each(new." + index.column() + ") j";
        String removed = "delete from " + index.list() + " where \"tenant\" = old.\"tenant\" and \"element\" in ("
                + elements("old", index) + ")";
        String same = " and " + index.sameIdentity("", "old.");
        List<String> statements = new ArrayList<>(index.create(dialect));
        statements.addAll(List.of(
                trigger(index, "insert", "insert", "new." + index.column() + " is not null", added),
                trigger(
                        index,
                        "update",
                        "update of " + index.column(),
                        "old." + index.column() + " is not new." + index.column(),
                        removed + " and \"element\" not in (" + elements("new", index) + ")" + same + "; " + added
                                + " where j.value not in (" + elements("old", index) + ")"),
                trigger(index, "delete", "delete", "old." + index.column() + " is not null", removed + same),
                "insert into " + index.list() + " (" + index.columns() + ") select d.\"tenant\", j.value, "
                        + index.identity("d.") + " from " + index.table() + " d, json_each(d." + index.column()
                        + ") j"));
        return statements;
    }

    private static String elements(String row, SetIndex index) {
        return "select e.value from json_each(" + row + "." + index.column() + ") e";
    }

    private static String trigger(SetIndex index, String name, String event, String condition, String work) {
        return "create trigger " + index.part(name) + " after " + event + " on " + index.table() + " when " + condition
                + " begin " + work + "; end";
    }

    static List<String> drop(SetIndex index) {
        return List.of(
                "drop trigger if exists " + index.part("insert"),
                "drop trigger if exists " + index.part("update"),
                "drop trigger if exists " + index.part("delete"),
                "drop table if exists " + index.list());
    }
}
