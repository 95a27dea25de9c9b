package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The conversion of the cells under one header to values of one field. */
sealed interface CsvColumn<T extends Entity<T>> {

    /** The field they go into. */
    Field<T, ?> field();

    /**
     * The record with what a cell says.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    T put(T entity, String cell, CsvImportBatch<T> batch);

    /** Looks up what all these cells mean at once, where they mean other records. */
    default void lookUp(List<String> cells, CsvImportBatch<T> batch) {}

    /** Returns this column with cells replaced as the map says. */
    default CsvColumn<T> withReplacements(Map<String, String> replacements) {
        return new ReplacingColumn<>(this, Map.copyOf(replacements));
    }

    /** One record with the value of this column's field that another has. */
    default T copyValue(T from, T to) {
        return copyField(field(), from, to);
    }

    private static <T extends Entity<T>, V> T copyField(Field<T, V> field, T from, T to) {
        return to.with(field, from.get(field));
    }

    /** Read by a function of the caller's, or by the field itself. */
    record ParsedColumn<T extends Entity<T>, V>(Field<T, V> field, Function<String, V> parse) implements CsvColumn<T> {

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            return entity.with(field, parse.apply(cell));
        }
    }

    /** With other texts in place of some. */
    record ReplacingColumn<T extends Entity<T>>(CsvColumn<T> column, Map<String, String> replacements)
            implements CsvColumn<T> {

        @Override
        public Field<T, ?> field() {
            return column.field();
        }

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            return column.put(entity, replacements.getOrDefault(cell, cell), batch);
        }

        @Override
        public void lookUp(List<String> cells, CsvImportBatch<T> batch) {
            column.lookUp(
                    cells.stream()
                            .map(cell -> replacements.getOrDefault(cell, cell))
                            .toList(),
                    batch);
        }
    }

    /** Looked up among the records of a type by one of their fields. */
    record ReferenceColumn<T extends Entity<T>, R extends Entity<R>, V>(
            ReferenceField<T, R> field, EntityType<R> target, ColumnField<R, V> key) implements CsvColumn<T> {

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            Id<R> id = batch.resolveReference(this, cell)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no record of the type " + target.name() + " has this " + key.name()));
            return entity.with(field, id);
        }

        @Override
        public void lookUp(List<String> cells, CsvImportBatch<T> batch) {
            batch.lookUp(this, cells);
        }

        /** Looks for the records that cells mean. */
        ReferenceLookup<R, V> find(CrmSession session, Collection<String> cells) {
            return ReferenceLookup.of(session.repository(target), key, cells);
        }

        /** Returns the one record that a cell means; empty if there is none. */
        Optional<Id<R>> one(ReferenceLookup<R, ?> lookup, String cell) {
            Set<Id<R>> found = lookup.find(cell);
            if (found.size() > 1) {
                throw new IllegalArgumentException(
                        "several records of the type " + target.name() + " have this " + key.name());
            }
            return found.stream().findFirst();
        }
    }
}
