package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The way in which a file names records of a type; in place of merged ones their survivors are found. Immutable and thread-safe.
 *
 * @param <R> the type of the records
 */
public interface RecordKey<R extends Entity<R>> {

    /** Returns the type of the records. */
    EntityType<R> type();

    /** Returns what records are named by, in words, such as {@code id}. */
    String words();

    /**
     * Looks up the records that cells name, all at once.
     *
     * @return the records of one of the cells, none or several if it doesn't name one; it throws an {@code IllegalArgumentException} if
     *     the cell can't be read
     */
    Function<String, Set<Id<R>>> lookUp(CrmSession session, Collection<String> cells);

    /** Returns the naming by the records' ids here. */
    static <R extends Entity<R>> RecordKey<R> byId(EntityType<R> type) {
        return new RecordKeys.ById<>(Objects.requireNonNull(type, "type"));
    }

    /** Returns the naming by a field, such as an external id, which no two may share. */
    static <R extends Entity<R>, V> RecordKey<R> byField(EntityType<R> type, ColumnField<R, V> field) {
        return new RecordKeys.ByField<>(Objects.requireNonNull(type, "type"), Objects.requireNonNull(field, "field"));
    }

    /**
     * Returns the naming by an element of a set of texts, such as ids in further systems.
     *
     * @param element the element that a cell means, such as {@code till:7} if it says 7
     */
    static <R extends Entity<R>> RecordKey<R> byElement(
            EntityType<R> type, TextSetField<R> field, UnaryOperator<String> element) {
        return new RecordKeys.ByElement<>(
                Objects.requireNonNull(type, "type"),
                Objects.requireNonNull(field, "field"),
                Objects.requireNonNull(element, "element"));
    }

    /**
     * Returns the one record that a cell names.
     *
     * @param found what {@link #lookUp} returned
     * @param column the header of the cell's column
     * @throws CsvCellException if the cell names none or several, or can't be read
     */
    default Id<R> findOne(Function<String, Set<Id<R>>> found, String column, String cell) {
        Set<Id<R>> records = CsvCellException.read(column, () -> found.apply(cell));
        if (records.size() == 1) {
            return records.iterator().next();
        }
        boolean none = records.isEmpty();
        String type = type().name();
        throw new CsvCellException(
                column,
                new Violation(
                                "",
                                none ? ViolationCode.NO_SUCH_RECORD : ViolationCode.AMBIGUOUS,
                                none
                                        ? "no " + type + " has this " + words()
                                        : "more than one " + type + " has this " + words())
                        .with("type", type));
    }
}
