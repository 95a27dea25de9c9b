package dev.clientele.core.csv;

import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records that the cells of a column name by a field, looked up for many cells at once. Immutable and thread-safe once made.
 *
 * @param <R> the type of the records
 * @param <V> the type of the field's values
 */
public final class ReferenceLookup<R extends Entity<R>, V> {

    private static final int BATCH = 500;

    private final ColumnField<R, V> by;
    /** By the criteria of a value, whose constant is the value as storage keeps it. */
    private final SetMultimap<Criteria, Id<R>> found = LinkedHashMultimap.create();

    private ReferenceLookup(ColumnField<R, V> by) {
        this.by = by;
    }

    /** Looks up the records that these cells name, survivors in place of merged ones; cells that can't be read name none. */
    public static <R extends Entity<R>, V> ReferenceLookup<R, V> of(
            CrmSession session, EntityType<R> type, ColumnField<R, V> by, Collection<String> cells) {
        Repository<R> records = session.repository(type);
        ReferenceLookup<R, V> lookup = new ReferenceLookup<>(by);
        Set<V> values = new LinkedHashSet<>();
        cells.forEach(cell -> lookup.parse(cell).ifPresent(values::add));
        for (List<V> some : Iterables.partition(new ArrayList<>(values), BATCH)) {
            try (Stream<RecordColumns<R>> matching = records.query(by.in(some)).columns(List.of(by)).stream()) {
                matching.forEach(record -> lookup.found.put(by.is(record.require(by)), record.id()));
            }
        }
        lookup.findMerged(session, records.type(), values);
        return lookup;
    }

    /** Looks for those that nothing was found for among records that were merged into others. */
    private void findMerged(CrmSession session, EntityType<R> type, Set<V> values) {
        if (by instanceof TextField<?>) {
            Map<String, V> missing = new LinkedHashMap<>();
            values.stream()
                    .filter(value -> !found.containsKey(by.is(value)))
                    .forEach(value -> missing.put(value.toString(), value));
            new MergedIds(session)
                    .resolveKeys(type, by, missing.keySet())
                    .forEach((text, ids) -> found.putAll(by.is(Objects.requireNonNull(missing.get(text))), ids));
        }
    }

    private Optional<V> parse(String cell) {
        try {
            return Optional.of(by.parse(cell));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty(); // told where the row is read
        }
    }

    /**
     * Returns the records that a cell names, of those that were looked up.
     *
     * @throws IllegalArgumentException if the cell can't be read
     */
    public Set<Id<R>> find(String cell) {
        return Collections.unmodifiableSet(found.get(by.is(by.parse(cell))));
    }
}
