package dev.clientele.persistence.jdbc;

import java.util.ArrayList;
import java.util.List;

/** The indexes of H2 on text sets. H2's triggers are Java classes, which other tools on the file wouldn't have. */
final class H2SetIndex {

    /** The places that a set may have elements at, as the table with the column {@code x}. */
    static final String PLACES = "system_range(1, 1000)";

    private H2SetIndex() {}

    static List<String> create(SetIndex index, H2Dialect dialect) {
        List<String> statements = new ArrayList<>(index.create(dialect));
        statements.addAll(List.of(
                "create index if not exists " + index.part("identity") + " on " + index.list() + " (\"tenant\", "
                        + index.identity("") + ")",
                "delete from " + index.list(),
                insert(index)));
        return statements;
    }

    /**
     * Returns the statement that lists all rows of the type's table; {@code and} with a condition on {@code d} may follow. An
     * outer join, because H2 may begin an inner one with the places.
     */
    static String insert(SetIndex index) {
        String set = "d." + index.column();
        return "insert into " + index.list() + " (" + index.columns() + ") select d.\"tenant\", array_get(" + set
                + ", x), " + index.identity("d.") + " from " + index.table() + " d left join " + PLACES
                + " on x <= cardinality(" + set + ") where cardinality(" + set + ") > 0";
    }

    static List<String> drop(SetIndex index) {
        return List.of("drop table if exists " + index.list());
    }
}
