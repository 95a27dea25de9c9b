package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /** Returns the value of a cell as text after the name of the field, as two cells of one value have it; empty if it can't be read. */
    default Optional<String> linkText(String cell) {
        return Optional.empty();
    }

    /** Returns the text after the name of the other record's field by which a cell means a record of this type; empty if none. */
    default Optional<String> referenceText(EntityType<T> type, String cell) {
        return Optional.empty();
    }

    /** Returns the name of the field by which cells mean records of this type; empty if they don't. */
    default Optional<String> namingField(EntityType<T> type) {
        return Optional.empty();
    }

    /** Returns this column with cells replaced as the map says. */
    default CsvColumn<T> withReplacements(Map<String, String> replacements) {
        return new ReplacingColumn<>(this, Map.copyOf(replacements));
    }

    /** One record with the value of this column's field that another has. */
    default T copyValue(T from, T to) {
        return copyField(field(), from, to);
    }

    /** Returns whether other columns may be of the same field. */
    default boolean addsUp() {
        return false;
    }

    /** Returns a record without what this column says. */
    default T clear(T entity) {
        return entity.without(field());
    }

    private static <T extends Entity<T>, V> T copyField(Field<T, V> field, T from, T to) {
        return to.with(field, from.get(field));
    }

    private static <V> Optional<String> link(
            Field<?, V> field, Function<String, ? extends @Nullable V> parse, String cell) {
        try {
            V value = parse.apply(cell);
            return value == null
                    ? Optional.empty()
                    : Optional.of(field.name() + "="
                            + Normalizer.normalize(field.format(value).strip(), Normalizer.Form.NFC));
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // told where the row is read
        }
    }

    /** Returns what a function reads in a cell, or throws what is allowed there, whatever the function throws. */
    private static <V> V read(Field<?, ?> field, Function<String, V> read, String cell) {
        try {
            return read.apply(cell);
        } catch (IllegalArgumentException | InvalidException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.FORM,
                    field instanceof MoneyField
                            ? "must be an amount with no more decimals than its currency has"
                            : "can't be read");
        }
    }

    /** Read by a function of the caller's, or by the field itself. */
    record ParsedColumn<T extends Entity<T>, V>(Field<T, V> field, Function<String, ? extends @Nullable V> parse)
            implements CsvColumn<T> {

        @Override
        @SuppressWarnings("unchecked") // an id in place of an id of the same type
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            V value = read(field, parse, cell);
            return entity.with(field, value instanceof Id<?> id ? (V) batch.resolveMerged(id) : value);
        }

        @Override
        public void lookUp(List<String> cells, CsvImportBatch<T> batch) {
            if (field instanceof ReferenceField<?, ?>) {
                batch.lookUpMerged(
                        cells.stream().flatMap(cell -> findId(cell).stream()).toList());
            }
        }

        private Optional<UUID> findId(String cell) {
            try {
                return parse.apply(cell) instanceof Id<?> id ? Optional.of(id.value()) : Optional.empty();
            } catch (RuntimeException unreadable) {
                return Optional.empty(); // told where the row is read
            }
        }

        @Override
        public Optional<String> linkText(String cell) {
            return link(field, parse, cell);
        }

        @Override
        public Optional<String> referenceText(EntityType<T> type, String cell) {
            return field instanceof ReferenceField<?, ?> reference
                            && reference.target().equals(type.name())
                    ? link(field, parse, cell).map(text -> CsvImport.ID + text.substring(text.indexOf('=')))
                    : Optional.empty();
        }
    }

    /** Some elements of a list or set, which are replaced as those that a predicate holds for. */
    record ElementsColumn<T extends Entity<T>, E, C extends Collection<E>>(
            Field<T, C> field, Function<String, ? extends Collection<? extends E>> parse, Predicate<? super E> part)
            implements CsvColumn<T> {

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            return with(entity, read(field, parse, cell));
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public T copyValue(T from, T to) {
            return with(clear(to), elements(from).stream().filter(part).toList());
        }

        @Override
        public T clear(T entity) {
            return entity.with(
                    field,
                    collected(elements(entity).stream().filter(part.negate()).toList()));
        }

        private T with(T entity, Collection<? extends E> more) {
            Set<E> all = new LinkedHashSet<>(elements(entity));
            all.addAll(more);
            return entity.with(field, collected(all));
        }

        private Collection<E> elements(T entity) {
            C value = entity.get(field);
            return value == null ? List.of() : value;
        }

        @SuppressWarnings("unchecked") // a set or a list, as the field declares
        private @Nullable C collected(Collection<E> elements) {
            if (elements.isEmpty()) {
                return null;
            }
            return (C) (field instanceof TextSetField ? Set.copyOf(elements) : List.copyOf(elements));
        }
    }

    /** One part of a field that holds several, each of which another column may be of. */
    record PartColumn<T extends Entity<T>, P>(
            Field<T, ?> field,
            Function<String, P> parse,
            Function<T, Optional<P>> find,
            BiFunction<T, @Nullable P, T> with)
            implements CsvColumn<T> {

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            return with.apply(entity, read(field, parse, cell));
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public T copyValue(T from, T to) {
            return with.apply(to, find.apply(from).orElse(null));
        }

        @Override
        public T clear(T entity) {
            return with.apply(entity, null);
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
        public T copyValue(T from, T to) {
            return column.copyValue(from, to);
        }

        @Override
        public boolean addsUp() {
            return column.addsUp();
        }

        @Override
        public T clear(T entity) {
            return column.clear(entity);
        }

        @Override
        public T put(T entity, String cell, CsvImportBatch<T> batch) {
            return column.put(entity, replacements.getOrDefault(cell, cell), batch);
        }

        @Override
        public Optional<String> namingField(EntityType<T> type) {
            return column.namingField(type);
        }

        @Override
        public Optional<String> linkText(String cell) {
            return column.linkText(replacements.getOrDefault(cell, cell));
        }

        @Override
        public Optional<String> referenceText(EntityType<T> type, String cell) {
            return column.referenceText(type, replacements.getOrDefault(cell, cell));
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
                    .orElseThrow(() -> refusal(ViolationCode.NO_SUCH_RECORD, "no record of the type ", " has this "));
            return entity.with(field, id);
        }

        @Override
        public void lookUp(List<String> cells, CsvImportBatch<T> batch) {
            batch.lookUp(this, cells);
        }

        @Override
        public Optional<String> namingField(EntityType<T> type) {
            return target.name().equals(type.name()) ? Optional.of(key.name()) : Optional.empty();
        }

        @Override
        public Optional<String> referenceText(EntityType<T> type, String cell) {
            return target.name().equals(type.name()) ? link(key, key::parse, cell) : Optional.empty();
        }

        /** Looks for the records that cells mean. */
        ReferenceLookup<R, V> find(CrmSession session, Collection<String> cells) {
            return ReferenceLookup.of(session, target, key, cells);
        }

        /** Returns the one record that a cell means; empty if there is none. */
        Optional<Id<R>> one(ReferenceLookup<R, ?> lookup, String cell) {
            Set<Id<R>> found = lookup.find(cell);
            if (found.size() > 1) {
                throw refusal(ViolationCode.AMBIGUOUS, "several records of the type ", " have this ");
            }
            return found.stream().findFirst();
        }

        private InvalidValueException refusal(String code, String records, String have) {
            return new InvalidValueException(
                    new Violation("", code, records + target.name() + have + key.name()).with("type", target.name()));
        }
    }
}
