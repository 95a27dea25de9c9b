package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.util.List;
import java.util.Optional;

/**
 * The room that a table with computed fields keeps free on its pages. A new version of a row that finds room beside the old one,
 * and changes no indexed column, needs no new entries in any index (a heap-only tuple): the work is a sixth.
 *
 * <p>Half, because a run computes all rows of a page in one transaction, with the old versions still there. A table that isn't
 * told grows to twice its size, too, with the first run.
 */
final class PostgresFillFactor {

    private static final int PERCENT = 50;

    private PostgresFillFactor() {}

    /** Returns the setting of a type's table, if any field is computed. */
    static Optional<TableExtra> of(TypeTables tables) {
        if (tables.fields().stream().noneMatch(DeclaredField::computed)) {
            return Optional.empty();
        }
        return Optional.of(new TableExtra(
                SchemaRecord.Kind.FILLFACTOR,
                Integer.toString(PERCENT),
                "keep room for computed values in " + tables.type(),
                List.of("alter table " + tables.tables().get(0) + " set (fillfactor = " + PERCENT + ")")));
    }
}
