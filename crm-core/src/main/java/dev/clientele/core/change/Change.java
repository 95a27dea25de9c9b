package dev.clientele.core.change;

import dev.clientele.core.access.Actor;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A change of one record by one transaction. Immutable; {@code toString} shows no values, since they may be personal.
 *
 * @param key unique within the tenant
 * @param type name of the record's type
 * @param record the record's id
 * @param action what was done
 * @param actor who did it, without roles
 * @param at when, by the session's clock
 * @param version the record's version after it; for a removal the one it had
 * @param fields what changed, by field name, as plain JSON data
 * @param position its place in the log; null before its transaction has committed
 */
public record Change(
        String key,
        String type,
        UUID record,
        Action action,
        Actor actor,
        Instant at,
        long version,
        Map<String, FieldChange> fields,
        @Nullable Position position) {

    /** The kind of change. */
    public enum Action {
        /** It was added. */
        ADDED,
        /** It was changed. */
        SAVED,
        /** It was removed. */
        REMOVED
    }

    /** Returns criteria for the changes that were made before an instant, for {@link ChangeFeed#prune}. */
    public static Criteria madeBefore(Instant endExclusive) {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, endExclusive);
    }

    /** Returns criteria for the changes of records of a type, for {@link ChangeFeed#prune}. */
    public static Criteria ofType(String type) {
        return Criteria.equal("record_type", type);
    }

    /** Copies the map. */
    public Change {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Returns what happened to a field, if it changed. */
    public Optional<FieldChange> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * Returns a record's JSON data after this change, given that before it: so that a copy can be kept by the feed. What this
     * didn't change stays.
     *
     * @param values JSON data by field name; empty for a record that is added
     * @throws IllegalArgumentException if the values can't be those before it: a list of which a part changed is too short
     */
    public Map<String, Object> applyTo(Map<String, Object> values) {
        return changed(values, FieldChange::applyTo);
    }

    /**
     * Returns a record's JSON data before this change, given that after it.
     *
     * @param values JSON data by field name; empty for a record that was removed
     * @throws IllegalArgumentException if the values can't be those after it
     */
    public Map<String, Object> revertFrom(Map<String, Object> values) {
        return changed(values, FieldChange::revertFrom);
    }

    private Map<String, Object> changed(
            Map<String, Object> values, BiFunction<FieldChange, @Nullable Object, @Nullable Object> change) {
        Map<String, Object> result = new TreeMap<>(values);
        fields.forEach((name, field) -> {
            Object value = change.apply(field, values.get(name));
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, value);
            }
        });
        return result;
    }

    @Override
    public String toString() {
        return action + " " + type + " " + record + " v" + version + " by " + actor + " at " + at + " "
                + fields.keySet();
    }
}
