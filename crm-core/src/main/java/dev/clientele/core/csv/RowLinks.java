package dev.clientele.core.csv;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The links of a row with others of the same file, for a dry run, which stores no row for later ones to find. Texts of one kind
 * begin with the field that they are of, such as {@code name=Globex}. Immutable.
 *
 * @param key the text by which the row's record is recognised: rows of one key are about one record; empty if nothing is
 * @param names further texts by which another row may mean the row's record, or be refused for having the same
 * @param references texts by which the row means the records of others
 */
public record RowLinks(Optional<String> key, Set<String> names, Set<String> references) {

    /** The links of a row that has nothing to do with others. */
    public static final RowLinks NONE = new RowLinks(Optional.empty(), Set.of(), Set.of());

    /** Copies the sets. */
    public RowLinks {
        Objects.requireNonNull(key, "key");
        names = Set.copyOf(names);
        references = Set.copyOf(references);
    }

    /** Returns the links of a row that is recognised by this and means no others. */
    public static RowLinks ofKey(String key) {
        return new RowLinks(Optional.of(key), Set.of(), Set.of());
    }
}
