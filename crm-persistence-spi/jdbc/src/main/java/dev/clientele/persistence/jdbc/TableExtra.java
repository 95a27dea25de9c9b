package dev.clientele.persistence.jdbc;

import java.util.List;

/**
 * An object that a type has beside its table, keys and indexes; made anew whenever its definition changes.
 *
 * @param kind how it is recorded
 * @param definition what is recorded, a short text of letters and digits
 * @param description in a few words, for the step that makes it
 * @param statements that make it, also where an older one is there
 */
record TableExtra(SchemaRecord.Kind kind, String definition, String description, List<String> statements) {

    /** Copies the list. */
    TableExtra {
        statements = List.copyOf(statements);
    }
}
