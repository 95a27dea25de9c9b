package dev.clientele.core.tenantfield;

import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.value.NamedValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets each tenant define fields of its own for a record type, while programs run. Made once for a type and kept as a constant; immutable
 * and thread-safe.
 *
 * <p>Values live with the record, under names of their own within {@value #NAME}: they clash with no declared field, and a program that
 * knows nothing of them carries them along. Every write of such a record that touches them, by whatever door, reads the tenant's
 * definitions, once for a batch. They count as personal data.
 *
 * @param <T> the record type
 */
public final class TenantFields<T extends Entity<T>> {

    /** The name of the field that holds the values in JSON, CSV and history. */
    public static final String NAME = "tenant_fields";

    private final EntityType<T> type;
    private final BodyField<T, NamedValues> field;
    private final TenantFieldRule<T> rule;

    private TenantFields(EntityType<T> type, BodyField<T, NamedValues> field) {
        this.type = type;
        this.field = field;
        this.rule = new TenantFieldRule<>(type.name(), field);
    }

    /** Returns the fields that tenants define for a type. */
    public static <T extends Entity<T>> TenantFields<T> of(EntityType<T> type) {
        EntityTypeBuilder<T> extend = type.extend(NAME);
        BodyField<T, NamedValues> field = extend.namedValues(NAME, Trait.PERSONAL);
        return new TenantFields<>(extend.build(), field);
    }

    /** Returns what a {@code Crm} has to be given: the type with its values, the type of definitions, and the rules. */
    public TypeSet types() {
        return TypeSet.of(type, TenantField.TYPE).with(type, rule).with(TenantField.TYPE, TenantFields::forbidRemoval);
    }

    private static void forbidRemoval(CrmSession transaction, List<RecordWrite<TenantField>> writes) {
        if (writes.stream().anyMatch(RecordWrite::isRemoved)) {
            throw TenantField.removed();
        }
    }

    /** Returns the field that holds the values. */
    public BodyField<T, NamedValues> field() {
        return field;
    }

    /** Opens what a session's tenant has defined. */
    public TenantFieldDefinitions definitions(CrmSession session) {
        return new TenantFieldDefinitions(session, type.name());
    }

    /** Returns access to a text. */
    public OrderedTenantField<T, String> text(String name) {
        return new OrderedTenantField<>(field, name, text -> text, TenantFields::readText, text -> text);
    }

    /** Returns access to a choice, by its code. */
    public TenantFieldHandle<T, String> choice(String name) {
        return new TenantFieldHandle<>(field, name, code -> code, TenantFields::readText, text -> text);
    }

    /** Returns access to a whole number. */
    public OrderedTenantField<T, Long> integer(String name) {
        return new OrderedTenantField<>(
                field, name, number -> number, kept -> kept instanceof Long number ? number : null, Long::valueOf);
    }

    /** Returns access to a decimal number. */
    public OrderedTenantField<T, BigDecimal> decimal(String name) {
        return new OrderedTenantField<>(
                field,
                name,
                number -> number,
                kept -> kept instanceof Number number ? new BigDecimal(number.toString()) : null,
                BigDecimal::new);
    }

    /** Returns access to a day. */
    public OrderedTenantField<T, LocalDate> date(String name) {
        return new OrderedTenantField<>(field, name, LocalDate::toString, TenantFields::readDay, text -> text);
    }

    /** Returns access to a flag. */
    public TenantFieldHandle<T, Boolean> flag(String name) {
        return new TenantFieldHandle<>(
                field, name, flag -> flag, kept -> kept instanceof Boolean flag ? flag : null, TenantFields::parseFlag);
    }

    /** Returns access to a set of texts. */
    public TextSetTenantField<T> textSet(String name) {
        return new TextSetTenantField<>(field, name);
    }

    private static Object parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }

    private static @Nullable String readText(Object kept) {
        return kept instanceof String text ? text : null;
    }

    private static @Nullable LocalDate readDay(Object kept) {
        try {
            return kept instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Creates a record of JSON data from outside as {@link EntityType#fromJson} does, and checks its values against what the session's
     * tenant has defined.
     *
     * @throws InvalidException with all that is wrong
     */
    public T fromJson(CrmSession session, Map<String, ?> json) {
        T created = session.repository(type).type().fromJson(json);
        return requireValid(session, null, created);
    }

    /**
     * Changes a record by JSON data from outside as {@link EntityType#withJson} does, and checks its values against what the session's
     * tenant has defined. The object of all values is replaced as one.
     *
     * @throws InvalidException with all that is wrong
     */
    public T withJson(CrmSession session, T record, Map<String, ?> json) {
        T changed = session.repository(type).type().withJson(record, json);
        return requireValid(session, record, changed);
    }

    private T requireValid(CrmSession session, @Nullable T before, T after) {
        List<Violation> violations = rule.violations(definitions(session).byName(), before, after);
        if (!violations.isEmpty()) {
            throw new InvalidException(type.name(), violations);
        }
        return after;
    }
}
