package dev.clientele.core.merge;

import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unique keys of a type, and who has them.
 *
 * <p>A key of one reference and flags that may be missing <em>marks one of many</em>, such as the primary contact of an account:
 * of two rows with such a flag one can go without it. Any other key <em>tells rows apart</em>: two rows that share it say the
 * same.
 */
final class UniqueKeyLookup<T extends Entity<T>> {

    private final Repository<T> records;
    private final List<UniqueKey> keys;

    UniqueKeyLookup(Repository<T> records) {
        this.records = records;
        this.keys = EntityCodec.of(records.type()).documentType().uniqueKeys();
    }

    List<UniqueKey> all() {
        return keys;
    }

    /** Returns whether a value of this field is part of a unique key. */
    boolean isKeyField(Field<T, ?> field) {
        return keys.stream().anyMatch(key -> key.fields().contains(field.name()));
    }

    /** Returns the record without the flags that another has already. */
    T withoutTakenFlags(T record) {
        T result = record;
        for (UniqueKey key : keys) {
            if (isMarkerKey(key) && findHolder(key, result).isPresent()) {
                for (Field<T, ?> field : fields(key)) {
                    result = field instanceof FlagField ? result.without(field) : result;
                }
            }
        }
        return result;
    }

    /** Finds the row that is there already and says the same. */
    Optional<T> findEquivalent(T record) {
        return keys.stream()
                .filter(key -> !isMarkerKey(key))
                .flatMap(key -> findHolder(key, record).stream())
                .findFirst();
    }

    /** Finds another record with the values that this one has in a key. */
    Optional<T> findHolder(UniqueKey key, T record) {
        List<Field<T, ?>> fields = fields(key);
        Criteria same = Criteria.equal(DocumentType.ID, record.id().toString()).negate();
        for (Field<T, ?> field : fields) {
            Criteria is = same(field, record);
            if (is == null) {
                return Optional.empty(); // who lacks one of the values isn't bound by the key
            }
            same = same.and(is);
        }
        return fields.size() < key.fields().size()
                ? Optional.empty() // a column that is no field by itself: storage will tell
                : records.query(same).first();
    }

    boolean isMarkerKey(UniqueKey key) {
        List<Field<T, ?>> fields = fields(key);
        long references =
                fields.stream().filter(field -> field instanceof ReferenceField).count();
        long flags = fields.stream()
                .filter(field -> field instanceof FlagField && !field.hasTrait(Trait.REQUIRED))
                .count();
        return references == 1
                && flags > 0
                && references + flags == key.fields().size();
    }

    List<Field<T, ?>> fields(UniqueKey key) {
        List<Field<T, ?>> fields = new ArrayList<>();
        for (Field<T, ?> field : records.type().fields()) {
            if (key.fields().contains(field.name())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static <T extends Entity<T>, V> @Nullable Criteria same(Field<T, V> field, T record) {
        V value = record.get(field);
        return value != null && field instanceof ColumnField<T, V> column ? column.is(value) : null;
    }
}
