package dev.clientele.b2b.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that is stored, as plain data to be compared: every record of every type with every field, but no versions. */
final class Documents {

    private Documents() {}

    static List<Object> of(CrmSession session, Predicate<EntityType<?>> which) {
        List<Object> all = new ArrayList<>();
        Map<String, Object> byId = new TreeMap<>();
        session.entityTypes().stream().filter(which).forEach(type -> read(session, type, byId));
        byId.forEach((id, values) -> all.add(Map.entry(id, values)));
        return all;
    }

    private static <T extends Entity<T>> void read(CrmSession session, EntityType<T> type, Map<String, Object> into) {
        try (Stream<T> records = session.repository(type).all().stream()) {
            records.forEach(record -> into.put(
                    type.name() + " " + record.id(),
                    session.repository(type).type().toJson(record)));
        }
    }
}
