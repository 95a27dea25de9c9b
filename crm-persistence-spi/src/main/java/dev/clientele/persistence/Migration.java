package dev.clientele.persistence;

import java.util.List;
import java.util.stream.Collectors;

/** The changes that bring a database to a declared schema. */
public interface Migration {

    /**
     * Returns the steps that are left, in order; empty if none is. As they were when this migration was made, or as they are
     * now: to be sure, ask {@link Storage#migration} again.
     */
    List<Step> steps();

    /**
     * Lists what is stored and stays where it is (rule S2) though the schema doesn't declare it: fields of its types, and types as a
     * whole. So a declaration that was dropped or misspelt doesn't hide values without a word. By default none is told of.
     *
     * @throws StorageUnavailableException if the database can't be reached
     */
    default List<Retained> retained() {
        return List.of();
    }

    /**
     * Returns, of the types that the schema declares, the fields that are stored and not declared, with the keys and indexes on them, as
     * they were declared once; types without any are left out. A schema {@linkplain Schema#including including} this needs no further
     * step, and its sessions read and keep these fields as well. By default none is told of.
     */
    default Schema retainedSchema() {
        return new Schema(List.of(), List.of());
    }

    /**
     * Returns the steps as one text, to be read or to be run by hand or by a migration tool: of each its description as a comment and
     * its statements. After them stands, in comments, what is {@linkplain #retained retained}. When all has been run in this order,
     * {@link #validate} on this schema finds nothing left to do.
     */
    default String script() {
        String text = steps().stream()
                .map(step ->
                        "-- " + step.description() + "\n" + (step.statement().isEmpty() ? "" : step.statement() + "\n"))
                .collect(Collectors.joining("\n"));
        String kept = retained().stream()
                .map(retained -> "-- " + retained.description() + "\n")
                .collect(Collectors.joining());
        return text + (text.isEmpty() || kept.isEmpty() ? "" : "\n") + kept;
    }

    /**
     * Applies all steps and makes the storage ready for sessions on this schema.
     *
     * <p>Where sessions are open, of this storage or of another on the same database, it may wait for those that write to end, up
     * to what the adapter is set to wait: so never apply in a thread that has one open. A session that only reads goes on as
     * before, on the schema that it was opened under; one that writes either commits or is told by a retryable {@link
     * ConflictException} to begin anew.
     *
     * @throws SchemaException if a step can't be done
     * @throws StorageUnavailableException if the database can't be reached, or another process holds the lease, or another session
     *     writes, for too long
     */
    void apply();

    /**
     * Makes the storage ready for sessions on this schema if no step is left; changes nothing.
     *
     * @throws SchemaException if steps are left
     */
    void validate();

    /**
     * One change of the database's schema.
     *
     * @param description in a few words, such as {@code add field industry to account}
     * @param statement what the database will be told, printable and runnable by hand; empty where there is no language
     */
    record Step(String description, String statement) {}

    /**
     * A field, or a type as a whole, that is stored and not declared.
     *
     * @param type name of the document type or log
     * @param field name of the field; empty for the type as a whole
     * @param hasValues whether anything is stored in it
     */
    record Retained(String type, String field, boolean hasValues) {

        /** Returns what it is in a few words. */
        public String description() {
            return "retained: " + (field.isEmpty() ? "type " + type : "field " + field + " of " + type)
                    + ", which isn't declared and holds " + (hasValues ? "values" : "nothing");
        }
    }
}
