package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.merge.MergedIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule that finds the stored record of a row: by its id, by a field, or none. */
sealed interface RecordMatcher<T extends Entity<T>> {

    /** Returns the value that the record of a row is known by; null if there is none, so that the record is new. */
    @Nullable
    Object keyOf(T read);

    /** Returns the name of the field that records are known by. */
    String fieldName();

    /** Returns the stored records by what they are known by, several of one key as several; in place of merged ones their survivors. */
    Map<Object, List<T>> find(CrmSession session, EntityType<T> type, Collection<Object> keys);

    /** Matches by a field's value. */
    record FieldMatcher<T extends Entity<T>, V>(ColumnField<T, V> field) implements RecordMatcher<T> {

        @Override
        public String fieldName() {
            return field.name();
        }

        @Override
        public @Nullable Object keyOf(T read) {
            return read.get(field);
        }

        @Override
        @SuppressWarnings("unchecked") // keys are what key() gave
        public Map<Object, List<T>> find(CrmSession session, EntityType<T> type, Collection<Object> keys) {
            Set<V> values = new HashSet<>();
            keys.forEach(key -> values.add((V) key));
            Map<Object, List<T>> found = new HashMap<>();
            try (var stored = session.repository(type).query(field.in(values)).stream()) {
                stored.forEach(entity -> found.computeIfAbsent(entity.require(field), key -> new ArrayList<>())
                        .add(entity));
            }
            if (field instanceof TextField<?>) {
                List<String> others = keys.stream()
                        .filter(key -> !found.containsKey(key))
                        .map(String.class::cast)
                        .toList();
                new MergedIds(session)
                        .resolveKeys(type, field, others)
                        .forEach((key, ids) ->
                                found.put(key, session.repository(type).findAll(ids)));
            }
            return found;
        }
    }

    /** Matches by the id, where there is one. */
    record IdMatcher<T extends Entity<T>>() implements RecordMatcher<T> {

        @Override
        public String fieldName() {
            return CsvImport.ID;
        }

        @Override
        public @Nullable Object keyOf(T read) {
            return read.findId().orElse(null);
        }

        @Override
        @SuppressWarnings("unchecked") // keys are what key() gave
        public Map<Object, List<T>> find(CrmSession session, EntityType<T> type, Collection<Object> keys) {
            Set<Id<T>> ids = new HashSet<>();
            keys.forEach(key -> ids.add((Id<T>) key));
            Map<Object, List<T>> found = new HashMap<>();
            Repository<T> records = session.repository(type);
            records.findAll(ids).forEach(entity -> found.put(entity.id(), List.of(entity)));
            Map<UUID, UUID> merged = new MergedIds(session)
                    .resolve(ids.stream()
                            .filter(id -> !found.containsKey(id))
                            .map(Id::value)
                            .toList());
            merged.forEach((id, survivor) ->
                    records.find(Id.of(survivor)).ifPresent(entity -> found.put(Id.<T>of(id), List.of(entity))));
            return found;
        }
    }
}
