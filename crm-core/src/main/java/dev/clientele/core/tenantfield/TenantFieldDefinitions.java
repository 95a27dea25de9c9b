package dev.clientele.core.tenantfield;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that the session's tenant has defined for one record type. Whoever may write records of {@link TenantField#TYPE} may define
 * fields. Thread-safe unless the session is that of a transaction.
 */
public final class TenantFieldDefinitions {

    private static final int MAX_FIELDS = 10_000;

    private final Repository<TenantField> fields;
    private final String type;

    TenantFieldDefinitions(CrmSession session, String type) {
        this.fields = session.repository(TenantField.TYPE);
        this.type = type;
    }

    /**
     * Defines a field, or returns the one that is defined already. Safe when two define the same one at once: both get the same.
     *
     * @param draft as made by {@link TenantField#of} or {@link TenantField#choice}
     * @throws DuplicateException if there is one of this name with another kind
     * @throws dev.clientele.core.error.InvalidException if the draft isn't valid
     * @throws dev.clientele.core.error.DeniedException if the actor may not define fields
     */
    public TenantField define(TenantField draft) {
        TenantField stored = fields.getOrAdd(draft.with(TenantField.RECORD_TYPE, type));
        if (stored.kind() != draft.kind()) {
            throw new DuplicateException(TenantField.TYPE.name(), "record_type_and_name", null);
        }
        return stored;
    }

    /** Stores a definition whose label, codes or need of a value has changed. */
    public TenantField save(TenantField changed) {
        return fields.save(changed);
    }

    /**
     * Retires a field: stored values stay, can be read and found and taken away, and no new ones come. It can be saved without {@link
     * TenantField#RETIRED} again.
     *
     * @throws InvalidValueException if there is none of this name
     */
    public TenantField retire(String name) {
        TenantField field = find(name)
                .orElseThrow(() -> new InvalidValueException(
                        "name", ViolationCode.UNKNOWN_FIELD, "is not a field that the tenant has defined for " + type));
        return fields.save(field.with(TenantField.RETIRED, true));
    }

    /** Finds a field by its name. */
    public Optional<TenantField> find(String name) {
        return fields.query(TenantField.RECORD_TYPE.is(type).and(TenantField.NAME.is(name)))
                .first();
    }

    /** Returns all fields, retired ones too, by name. */
    public List<TenantField> all() {
        return fields.query(TenantField.RECORD_TYPE.is(type))
                .sortedBy(TenantField.NAME)
                .page(MAX_FIELDS)
                .items();
    }

    Map<String, TenantField> byName() {
        Map<String, TenantField> byName = new LinkedHashMap<>();
        all().forEach(field -> byName.put(field.name(), field));
        return byName;
    }
}
