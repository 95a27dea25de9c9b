package dev.clientele.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The declared fields of a type by name, with the fields that every document or log entry has built in. */
final class DeclaredFields {

    private final String type;
    private final Map<String, DeclaredField> own = new LinkedHashMap<>();
    private final Map<String, DeclaredField> all = new LinkedHashMap<>();
    private final Set<String> computed;

    DeclaredFields(String type, List<DeclaredField> fields, Set<String> reserved, List<DeclaredField> builtIn) {
        this.type = type;
        for (DeclaredField field : fields) {
            if (reserved.contains(field.name())) {
                throw new IllegalArgumentException(type + ": the field name " + field.name() + " is reserved");
            }
            if (own.put(field.name(), field) != null) {
                throw new IllegalArgumentException(type + " declares field " + field.name() + " twice");
            }
        }
        builtIn.forEach(field -> all.put(field.name(), field));
        all.putAll(own);
        this.computed = fields.stream()
                .filter(DeclaredField::computed)
                .map(DeclaredField::name)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    Optional<DeclaredField> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    DeclaredField get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(type + " declares no field '" + name + "'"));
    }

    Set<String> computed() {
        return computed;
    }

    /** Returns the values without those of computed fields; the same object if there are none. */
    Map<String, Object> withoutComputed(Map<String, Object> values) {
        if (computed.stream().noneMatch(values::containsKey)) {
            return values;
        }
        Map<String, Object> rest = new TreeMap<>(values);
        rest.keySet().removeAll(computed);
        return rest;
    }

    /** Returns the values in canonical form; the same object if they have it. */
    Map<String, Object> canonical(Map<String, Object> values) {
        Map<String, Object> changed = null;
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            DeclaredField field = own.get(entry.getKey());
            if (field == null) {
                throw new InvalidRecordException(type, entry.getKey(), "is not declared");
            }
            @Nullable Object value;
            try {
                value = CanonicalValues.value(field, entry.getValue());
            } catch (IllegalArgumentException e) {
                throw new InvalidRecordException(type, entry.getKey(), String.valueOf(e.getMessage()));
            }
            if (value != entry.getValue()) {
                changed = changed == null ? new TreeMap<>(values) : changed;
                put(changed, entry.getKey(), value);
            }
        }
        return changed == null ? values : changed;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }
}
