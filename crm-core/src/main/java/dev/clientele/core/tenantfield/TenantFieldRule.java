package dev.clientele.core.tenantfield;

import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.value.NamedValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against what the tenant has defined, by whatever door they come. Judges only values that change: others stay as they
 * are, whatever has become of the definition since.
 */
final class TenantFieldRule<T extends Entity<T>> implements WriteRule<T> {

    private final String type;
    private final BodyField<T, NamedValues> field;

    TenantFieldRule(String type, BodyField<T, NamedValues> field) {
        this.type = type;
        this.field = field;
    }

    @Override
    public void check(CrmSession transaction, List<RecordWrite<T>> writes) {
        List<RecordWrite<T>> judged = writes.stream()
                .filter(write -> !write.isRemoved() && (write.isAdded() || write.changes(field)))
                .toList();
        if (judged.isEmpty()) {
            return;
        }
        Map<String, TenantField> definitions = new TenantFieldDefinitions(transaction, type).byName();
        for (RecordWrite<T> write : judged) {
            List<Violation> violations = violations(definitions, write.before(), write.latest());
            if (!violations.isEmpty()) {
                throw new InvalidException(type, violations);
            }
        }
    }

    List<Violation> violations(Map<String, TenantField> definitions, @Nullable T before, T after) {
        NamedValues old = before == null ? NamedValues.none() : before.getOrDefault(field, NamedValues.none());
        NamedValues now = after.getOrDefault(field, NamedValues.none());
        Set<String> names = new LinkedHashSet<>(now.names());
        definitions.values().stream()
                .filter(definition -> definition.isRequired() && (before == null || old.get(definition.name()) != null))
                .forEach(definition -> names.add(definition.name()));
        List<Violation> violations = new ArrayList<>();
        for (String name : names) {
            Object value = now.get(name);
            if (before == null || !Objects.equals(old.get(name), value)) {
                check(definitions.get(name), name, value, before == null, violations);
            }
        }
        return violations.stream()
                .map(violation -> violation.under(field.name()))
                .toList();
    }

    private void check(
            @Nullable TenantField definition,
            String name,
            @Nullable Object value,
            boolean added,
            List<Violation> violations) {
        if (definition == null) {
            violations.add(
                    new Violation(name, ViolationCode.UNKNOWN_FIELD, "is not a field that the tenant has defined"));
        } else if (value == null) {
            violations.add(new Violation(name, ViolationCode.REQUIRED, "is required"));
        } else if (definition.isRetired() && !added) {
            violations.add(
                    new Violation(name, ViolationCode.FIXED, "is retired: it keeps its values and takes no new ones"));
        } else {
            definition.kind().violation(definition, value).ifPresent(violations::add);
        }
    }
}
