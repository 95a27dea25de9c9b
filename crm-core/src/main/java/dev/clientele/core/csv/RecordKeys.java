package dev.clientele.core.csv;

import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.merge.MergedIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The namings of records that hold for all types. */
final class RecordKeys {

    private static final int BATCH = 500;

    private RecordKeys() {}

    /** By the id. */
    record ById<R extends Entity<R>>(EntityType<R> type) implements RecordKey<R> {

        @Override
        public String words() {
            return "id";
        }

        @Override
        public Function<String, Set<Id<R>>> lookUp(CrmSession session, Collection<String> cells) {
            Set<UUID> ids = new HashSet<>();
            cells.forEach(cell -> find(cell).ifPresent(ids::add));
            Map<UUID, UUID> merged = new MergedIds(session).resolve(type, ids);
            Set<Id<R>> wanted = new HashSet<>();
            ids.forEach(id -> wanted.add(Id.of(merged.getOrDefault(id, id))));
            Set<Id<R>> stored = new HashSet<>();
            session.repository(type).findAll(wanted).forEach(record -> stored.add(record.id()));
            return cell -> {
                UUID id = Id.parse(cell).value();
                Id<R> current = Id.of(merged.getOrDefault(id, id));
                return stored.contains(current) ? Set.of(current) : Set.of();
            };
        }

        private static Optional<UUID> find(String cell) {
            try {
                return Optional.of(Id.parse(cell).value());
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty(); // told where the row is read
            }
        }
    }

    /** By a field. */
    record ByField<R extends Entity<R>, V>(EntityType<R> type, ColumnField<R, V> field) implements RecordKey<R> {

        @Override
        public String words() {
            return field.name();
        }

        @Override
        public Function<String, Set<Id<R>>> lookUp(CrmSession session, Collection<String> cells) {
            return ReferenceLookup.of(session, type, field, cells)::find;
        }
    }

    /** By an element of a set of texts. */
    record ByElement<R extends Entity<R>>(EntityType<R> type, TextSetField<R> field, UnaryOperator<String> element)
            implements RecordKey<R> {

        @Override
        public String words() {
            return field.name();
        }

        @Override
        public Function<String, Set<Id<R>>> lookUp(CrmSession session, Collection<String> cells) {
            Set<String> wanted = new LinkedHashSet<>();
            cells.forEach(cell -> find(cell).ifPresent(wanted::add));
            Map<String, Set<Id<R>>> found = new HashMap<>();
            for (List<String> some : Lists.partition(new ArrayList<>(wanted), BATCH)) {
                try (Stream<R> records = session.repository(type).query(field.hasAny(some)).stream()) {
                    records.forEach(record -> record.getOrDefault(field, Set.of()).stream()
                            .filter(wanted::contains)
                            .forEach(each -> found.computeIfAbsent(each, first -> new LinkedHashSet<>())
                                    .add(record.id())));
                }
            }
            wanted.removeAll(found.keySet());
            found.putAll(new MergedIds(session).resolveKeys(type, field, wanted));
            return cell -> found.getOrDefault(element(cell), Set.of());
        }

        private String element(String cell) {
            String text = element.apply(cell);
            field.has(text);
            return text;
        }

        private Optional<String> find(String cell) {
            try {
                return Optional.of(element(cell));
            } catch (RuntimeException unreadable) {
                return Optional.empty(); // told where the row is read
            }
        }
    }
}
