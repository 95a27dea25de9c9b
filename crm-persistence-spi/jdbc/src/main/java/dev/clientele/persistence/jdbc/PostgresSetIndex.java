package dev.clientele.persistence.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of PostgreSQL on text sets: tables kept by triggers, whoever writes to the type's table.
 *
 * <p>An index of its own kind over the elements of arrays (GIN) couldn't begin with the tenant without an extension, and isn't
 * used behind row-level security, since the operators on arrays aren't known not to leak what they compare.
 */
final class PostgresSetIndex {

    private PostgresSetIndex() {}

    static List<String> create(SetIndex index, PostgresDialect dialect) {
        String old = "unnest(old." + index.column() + ")";
        String now = "unnest(new." + index.column() + ")";
        String into = "insert into " + index.list() + " (" + index.columns() + ") select ";
        String insert = into + "n.\"tenant\", u.e, " + index.identity("n.")
                + " from added n cross join lateral unnest(n." + index.column() + ") as u(e)";
        String remove = "delete from " + index.list() + " h where h.\"tenant\" = old.\"tenant\" and "
                + index.sameIdentity("h.", "old.") + " and h.\"element\" = any(array(select " + old;
        String update = remove + " except select " + now + ")); " + into + "new.\"tenant\", u.e, "
                + index.identity("new.") + " from (select " + now + " except select " + old + ") as u(e)";
        List<String> statements = new ArrayList<>(index.create(dialect));
        statements.addAll(List.of(
                function(index, "insert", insert),
                function(index, "update", update),
                function(index, "delete", remove + "))"),
                trigger(index, "insert", "insert", " referencing new table as added for each statement"),
                trigger(
                        index,
                        "update",
                        "update of " + index.column(),
                        " for each row when (old." + index.column() + " is distinct from new." + index.column() + ")"),
                trigger(index, "delete", "delete", " for each row when (old." + index.column() + " is not null)"),
                into + "d.\"tenant\", u.e, " + index.identity("d.") + " from " + index.table()
                        + " d cross join lateral unnest(d." + index.column() + ") as u(e)"));
        return statements;
    }

    private static String function(SetIndex index, String name, String work) {
        return "create function " + index.part(name) + "() returns trigger language plpgsql as 'begin " + work
                + "; return null; end'";
    }

    private static String trigger(SetIndex index, String name, String event, String rest) {
        return "create trigger " + index.part(name) + " after " + event + " on " + index.table() + rest
                + " execute function " + index.part(name) + "()";
    }

    static List<String> drop(SetIndex index) {
        return List.of(
                "drop function if exists " + index.part("insert") + "() cascade",
                "drop function if exists " + index.part("update") + "() cascade",
                "drop function if exists " + index.part("delete") + "() cascade",
                "drop table if exists " + index.list());
    }
}
